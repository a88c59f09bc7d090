import type { Action } from "../action.ts";
import type { Case } from "../model.ts";
import { type Selected, type Selection, select } from "../plan/select.ts";
import type { Contract } from "../spec/contract.ts";
import type { Property } from "./property.ts";
import { propertiesOf, summaryCase, summaryId } from "./random-case.ts";
import type { RandomWish } from "./random-part.ts";

/**
 * The cases of the plan and the properties that a selection leaves. Properties are selected as cases are: by
 * `random-⟨property⟩`, by their area, or by a clause that they judge. A replay is of one case, and runs no other.
 * @throws {UsageError} for a pattern that matches nothing, and when nothing is left to run.
 */
export async function selectRandom(
  contract: Contract,
  action: Action,
  plan: readonly Case[],
  selection: Selection,
  wish: RandomWish,
): Promise<{ readonly selected: Selected; readonly properties: readonly Property[] }> {
  const properties = await propertiesOf(contract, action);
  if (wish.kind === "replay") return { selected: { cases: [], wanted: () => true }, properties };
  const { cases, wanted } = select(contract, [...plan, ...properties.map(summaryCase)], selection);
  const chosen = new Set(cases.map(({ id }) => id));
  return {
    selected: { cases: plan.filter(({ id }) => chosen.has(id)), wanted },
    properties: properties.filter((property) => chosen.has(summaryId(property))),
  };
}
