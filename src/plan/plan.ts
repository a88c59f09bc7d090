import type { Action } from "../action.ts";
import { SpecError } from "../errors.ts";
import { protocolChecks } from "../judge/checks/protocol-checks.ts";
import type { Case } from "../model.ts";
import type { Contract } from "../spec/contract.ts";
import { checkRequests } from "./check-requests.ts";
import { constraintCases } from "./constraint-cases.ts";
import { templateCases, twinCases } from "./template-cases.ts";

/**
 * All cases of a contract. Pure: the same contract and seed give the same cases, and ids depend on neither.
 * @throws {SpecError} when a constraint has no clause, two cases one id, a check does not exist, or a request that is to be accepted
 *   breaks a constraint.
 */
export function plan(contract: Contract, action: Action, seed = 1): readonly Case[] {
  const cases = inOrder([
    ...twinCases(contract, action),
    ...constraintCases(contract, action),
    ...templateCases(contract, action),
    ...action.cases(contract, seed),
  ]);
  const seen = new Set<string>();
  for (const { id } of cases) {
    if (seen.has(id)) throw new SpecError(`Failed to plan ${id}: two cases have this id. Rename one of them.`);
    seen.add(id);
  }
  checkNames(contract, action, cases);
  checkRequests(contract, action, cases);
  return cases;
}

/** What may end a target comes last, so that it has been heard on everything else. */
function inOrder(cases: readonly Case[]): readonly Case[] {
  return [...cases.filter(({ area }) => area !== "robustness"), ...cases.filter(({ area }) => area === "robustness")];
}

/**
 * Every check that a clause or a case names exists, so that no run breaks off in its middle.
 * @throws {SpecError} listing those that do not.
 */
function checkNames(contract: Contract, action: Action, cases: readonly Case[]): void {
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
