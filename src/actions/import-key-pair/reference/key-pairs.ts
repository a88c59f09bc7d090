import { composeBehaviour } from "../../../mock/compose-behaviour.ts";
import { withOverrides } from "../../../mock/fault.ts";
import type { Service } from "../../../mock/service.ts";
import { behaviour, ways } from "./behaviour.ts";
import { deleteKeyPair } from "./delete-key-pair.ts";
import { describeKeyPairs } from "./describe-key-pairs.ts";
import { importKeyPair } from "./import-key-pair.ts";
import { awsRules } from "./rules.ts";
import { createState } from "./state.ts";
import { createTags, deleteTags } from "./tag-key-pairs.ts";

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
