import type { Action } from "../action.ts";
import type { Case } from "../model.ts";
import type { Contract } from "../spec/contract.ts";

/** What a file of known deviations may name: the cases of the plan, and what may be found at random beside them. */
export async function nameableCases(
  contract: Contract,
  action: Action,
  plan: readonly Case[],
): Promise<readonly Case[]> {
  const { propertiesOf } = await import("../explore/properties-of.ts");
  const { findingCases } = await import("../explore/random-case.ts");
  return [...plan, ...findingCases(contract, await propertiesOf(contract, action))];
}
