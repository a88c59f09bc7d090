import type { Action } from "./action.ts";
import { actions } from "./actions/actions.ts";

/** The one action under contract today. Apart from what runs it, so that whoever only reads its contract loads little. */
export function defaultAction(): Action {
  const { ImportKeyPair: action } = actions;
  if (action === undefined) throw new Error("the registry of actions is empty");
  return action;
}
