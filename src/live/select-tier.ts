import type { Action } from "../action.ts";
import { UsageError } from "../errors.ts";
import type { Case, Drive, Tier } from "../model.ts";
import { casesOfShard, type Selected, type Selection, select } from "../plan/select.ts";
import { casesOfTier } from "../plan/tiers.ts";
import type { Contract } from "../spec/contract.ts";
import type { Target } from "../target/target.ts";
import { withRunTags } from "./run-tags.ts";

export interface TierOptions {
  readonly contract: Contract;
  readonly action: Action;
  readonly drives: readonly Drive[];
  readonly target: Target;
  readonly selection: Selection;
  readonly tier?: Tier;
}

/**
 * The selection, cut to the tier of a run in an account, and with tags on what can have no name.
 * @throws {UsageError} when nothing is left to run.
 */
export function selectTier(options: TierOptions, cases: readonly Case[], startedAt: Date): Selected {
  const { contract, action, drives, target, tier } = options;
  if (tier === undefined) return select(contract, cases, options.selection);
  // The tier is chosen from the whole, so that its shards are it again.
  const { shard, ...whole } = options.selection;
  const selected = select(contract, cases, whole);
  const context = { contract, action, plan: cases, drives, lacks: target.lacks };
  const ofTier = casesOfTier(tier, context, selected.cases);
  if (ofTier.length === 0)
    throw new UsageError(
      `Failed to select cases: none of the selection is in the tier ${tier}. Widen --only, or take another --tier.`,
    );
  const part = shard === undefined ? ofTier : casesOfShard(ofTier, shard);
  return { ...selected, cases: part.map((planned) => withRunTags(action, planned, startedAt)) };
}
