import { UsageError } from "../errors.ts";
import { selectTier, type TierOptions } from "../live/select-tier.ts";
import type { Case } from "../model.ts";
import type { Selected } from "../plan/select.ts";
import type { RandomPart, RandomWish } from "./random-part.ts";

/**
 * What a selection leaves of the plan, and of the properties where something is to be tried at random; they are loaded
 * only then.
 * @throws {UsageError} for a pattern that matches nothing, when nothing is left to run, and for random cases in somebody's
 * account: nobody can say before such a run how much it will send.
 */
export async function selectAll(
  options: TierOptions & { readonly random?: RandomWish; readonly seed: number },
  plan: readonly Case[],
  startedAt: Date,
): Promise<{ readonly selected: Selected; readonly random?: RandomPart }> {
  const { contract, action, selection, target, random: wish, seed } = options;
  if (wish === undefined) return { selected: selectTier(options, plan, startedAt) };
  if (target.account !== undefined)
    throw new UsageError(
      `Failed to try anything at random on ${target.name}: what it would send can't be planned. Leave --runs and --replay out.`,
    );
  const { selectRandom } = await import("./select-random.ts");
  const { selected, properties } = await selectRandom(contract, action, plan, selection, wish);
  return { selected, random: { wish, properties, seed } };
}
