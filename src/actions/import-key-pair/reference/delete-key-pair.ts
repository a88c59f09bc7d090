import type { Call } from "../../../mock/call.ts";
import { element } from "../../../mock/element.ts";
import { firstRefusal, type Refusal } from "../../../mock/refusal.ts";
import type { Handler } from "../../../mock/service.ts";
import type { State } from "./behaviour.ts";
import { readFlag } from "./read-parameters.ts";

/** Why a delete is refused. That the key does not exist is no reason. */
export const deleteRefusals = [
  {
    name: "delete-nothing-named",
    status: 400,
    code: "MissingParameter",
    message: "The request must contain the parameter KeyName",
    applies: ({ parameters }) => !parameters.get("KeyName") && !parameters.get("KeyPairId"),
  },
  {
    name: "delete-dry-run",
    status: 412,
    code: "DryRunOperation",
    message: "Request would have succeeded, but DryRun flag is set.",
    applies: ({ parameters }) => readFlag(parameters, "DryRun"),
  },
] as const satisfies readonly Refusal<Call, State>[];

/** DeleteKeyPair. */
export const deleteKeyPair = (state: State): Handler => ({
  parameters: new Set(["KeyName", "KeyPairId", "DryRun"]),
  resource: ({ parameters }) => `key-pair/${parameters.get("KeyName") ?? parameters.get("KeyPairId") ?? "*"}`,
  handle: (call) => {
    const refused = firstRefusal(deleteRefusals, call, state, state.faults);
    const dryRun = refused?.name === "delete-dry-run";
    if (refused && !(dryRun && state.behaviour.dryRunDeletes)) return { kind: "refused", refused };

    const name = call.parameters.get("KeyName");
    const [id] = state.behaviour.sentIds([call.parameters.get("KeyPairId") ?? ""]);
    let deleted: string | undefined;
    for (const region of state.behaviour.deletesIn(call.region, state.regions())) {
      const store = state.store(region);
      const pair = (name ? store.byName(name) : undefined) ?? (id ? state.behaviour.deletedById(store, id) : undefined);
      if (!pair) continue;
      deleted ??= pair.id;
      state.behaviour.remove(pair, store);
    }
    if (refused) return { kind: "refused", refused };
    const members = [element("return", "true"), ...(deleted ? [element("keyPairId", deleted)] : [])];
    return { kind: "done", members };
  },
});
