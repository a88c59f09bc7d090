import { composeBehaviour } from "../../../mock/compose-behaviour.ts";
import { type Fault, withOverrides } from "../../../mock/fault.ts";
import type { Service } from "../../../mock/service.ts";
import { type Behaviour, behaviour, type State, ways } from "./behaviour.ts";
import { deleteKeyPair } from "./delete-key-pair.ts";
import { describeKeyPairs } from "./describe-key-pairs.ts";
import { importKeyPair } from "./import-key-pair.ts";
import { KeyPairStore } from "./key-pair-store.ts";
import { awsRules, type Rules } from "./rules.ts";
import { createTags, deleteTags } from "./tag-key-pairs.ts";

/** An account in which no Region holds a key yet. */
const createState = (rules: Rules, behaviour: Behaviour, faults: readonly Fault[]): State => {
  const stores = new Map<string, KeyPairStore>();
  const store = (region: string): KeyPairStore => {
    const kept = behaviour.keptIn(region);
    const found = stores.get(kept) ?? new KeyPairStore();
    stores.set(kept, found);
    return found;
  };
  return { rules, behaviour, faults, store, regions: () => [...stores.keys()] };
};

/** The actions on imported keys and on their tags, over a state of their own. */
export const keyPairs: Service = ({ rules, faults }) => {
  const overrides = faults.flatMap((fault) => (fault.kind === "rules" ? [fault.rules] : []));
  const state = createState(
    withOverrides(awsRules, [rules, ...overrides]),
    composeBehaviour(behaviour, faults, ways),
    faults,
  );
  return {
    ImportKeyPair: importKeyPair(state),
    DescribeKeyPairs: describeKeyPairs(state),
    DeleteKeyPair: deleteKeyPair(state),
    CreateTags: createTags(state),
    DeleteTags: deleteTags(state),
  };
};
