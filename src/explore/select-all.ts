import type { Action } from "../action.ts";
import type { Case } from "../model.ts";
import { type Selected, type Selection, select } from "../plan/select.ts";
import type { Contract } from "../spec/contract.ts";
import type { RandomPart, RandomWish } from "./random-part.ts";

/**
 * What a selection leaves of the plan, and of the properties where something is to be tried at random; they are loaded
 * only then.
 * @throws {UsageError} for a pattern that matches nothing, and when nothing is left to run.
 */
export async function selectAll(
  contract: Contract,
  action: Action,
  plan: readonly Case[],
  selection: Selection,
  { random: wish, seed }: { readonly random?: RandomWish; readonly seed: number },
): Promise<{ readonly selected: Selected; readonly random?: RandomPart }> {
  if (wish === undefined) return { selected: select(contract, plan, selection) };
  const { selectRandom } = await import("./select-random.ts");
  const { selected, properties } = await selectRandom(contract, action, plan, selection, wish);
  return { selected, random: { wish, properties, seed } };
}
