import type { Action } from "../action.ts";
import { importKeyPair } from "./import-key-pair/import-key-pair.ts";

/** Every action under contract: one line each. */
export const actions: Readonly<Record<string, Action>> = { ImportKeyPair: importKeyPair };
