import type { Action } from "../action.ts";
import { SpecError } from "../errors.ts";
import { protocolChecks } from "../judge/checks/protocol-checks.ts";
import type { Case } from "../model.ts";
import type { Contract } from "../spec/contract.ts";

/**
 * Every check that a clause or a case names exists, so that no run breaks off in its middle.
 * @throws {SpecError} listing those that do not.
 */
export function checkNames(contract: Contract, action: Action, cases: readonly Case[]): void {
  const known = new Set(["open", ...Object.keys(protocolChecks), ...Object.keys(action.checks)]);
  const ofClauses = [...contract.clauses.values()].flatMap(({ id, check, holds }) => {
    if (check !== undefined) return known.has(check) ? [] : [`${id}: there is no check named ${check}`];
    return holds === undefined ? [] : [`${id}: it holds for every ${holds}, but names no check`];
  });
  const ofCases = cases.flatMap(({ id, judgements }) =>
    judgements.flatMap(({ check }) => (known.has(check) ? [] : [`${id}: there is no check named ${check}`])),
  );
  const wrong = [...ofClauses, ...ofCases];
  if (wrong.length === 0) return;
  throw new SpecError(
    `Failed to plan the contract:\n${wrong.map((line) => `  ${line}`).join("\n")}\nName one of ${[...known].sort().join(", ")}.`,
  );
}
