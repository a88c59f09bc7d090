import type { Action } from "../action.ts";
import { importKeyPair } from "./import-key-pair/import-key-pair.ts";

/** Every action under contract: one line each. @public for what is to run with all of them. */
export const actions: Readonly<Record<string, Action>> = { ImportKeyPair: importKeyPair };

/** The one action under contract today. */
export function defaultAction(): Action {
  const { ImportKeyPair: action } = actions;
  if (action === undefined) throw new Error("the registry of actions is empty");
  return action;
}
