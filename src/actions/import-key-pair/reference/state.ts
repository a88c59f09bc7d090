import type { Fault } from "../../../mock/fault.ts";
import type { Behaviour, State } from "./behaviour.ts";
import { KeyPairStore } from "./key-pair-store.ts";
import type { Rules } from "./rules.ts";

/** An account in which no Region holds a key yet. */
export const createState = (rules: Rules, behaviour: Behaviour, faults: readonly Fault[]): State => {
  const stores = new Map<string, KeyPairStore>();
  const store = (region: string): KeyPairStore => {
    const kept = behaviour.keptIn(region);
    const found = stores.get(kept) ?? new KeyPairStore();
    stores.set(kept, found);
    return found;
  };
  return { rules, behaviour, faults, store, regions: () => [...stores.keys()] };
};
