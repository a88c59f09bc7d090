import type { Action } from "../action.ts";
import type { Check } from "./check.ts";
import { protocolChecks } from "./checks/protocol-checks.ts";

/** @throws {Error} for a name that no check has: a fault of the contract, found by its tests. */
export function checkOf(action: Action, name: string): Check {
  const check = (protocolChecks as Readonly<Record<string, Check>>)[name] ?? action.checks[name];
  if (check === undefined) throw new Error(`there is no check named "${name}"`);
  return check;
}
