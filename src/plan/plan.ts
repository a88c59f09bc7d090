import type { Action } from "../action.ts";
import { SpecError } from "../errors.ts";
import type { Case } from "../model.ts";
import type { Contract } from "../spec/contract.ts";
import { checkNames } from "./check-names.ts";
import { checkRequests } from "./check-requests.ts";
import { constraintCases } from "./constraint-cases.ts";
import { templateCases } from "./template-cases.ts";
import { twinCases } from "./twin-cases.ts";

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
