import type { Action } from "../action.ts";
import type { Contract } from "../spec/contract.ts";
import { brokenConstraints } from "./broken-constraints.ts";
import type { Property } from "./property.ts";

/** All that `--runs` tries of an action: what follows from its wire model, and what only the action knows. */
export async function propertiesOf(contract: Contract, action: Action): Promise<readonly Property[]> {
  const broken = brokenConstraints(contract, action);
  return [...(broken === undefined ? [] : [broken]), ...(await action.properties(contract))];
}
