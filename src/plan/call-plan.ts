import type { Action } from "../action.ts";
import { type Case, type Clause, type Tier, tiers } from "../model.ts";
import { isOpen } from "../spec/grounds.ts";
import { type Calls, callsOf, sumCalls } from "./calls.ts";
import { judgedClauses } from "./judged-clauses.ts";
import { casesOfTier, type TierContext } from "./tiers.ts";

/** So often an answer that says "not now" is followed by the same request again, before it counts as none. */
export const resends = 8;
/** So often a read or a deletion is repeated on a target that settles late. */
const settlingRepeats = 6;

/** Mutating calls a second; reads may be five times as many. */
export const defaultRate = 2;
export const readsPerMutation = 5;

/** What a tier will call and judge, on a target that answers as the contract says. */
export interface CallPlan {
  readonly tier: Tier;
  readonly cases: readonly PlannedCalls[];
  /** The cases that were chosen; others run as the accepted twin of one of them. */
  readonly own: ReadonlySet<string>;
  /** All calls of the run: the question who is calling, the inventories, the cases. */
  readonly calls: Calls;
  /** Never more than this, whatever is throttled, lost or late, and whatever a target takes that it should refuse. */
  readonly bound: number;
  /** At the rate of the run. */
  readonly seconds: number;
  readonly judged: readonly Clause[];
  /** Open clauses on which it records what the target does. */
  readonly recorded: readonly Clause[];
}

export interface PlannedCalls {
  readonly planned: Case;
  readonly calls: Calls;
}

export interface Pace {
  /** Mutating calls a second. */
  readonly rate: number;
  readonly maxRequests?: number;
  /** How many Regions the run names. */
  readonly regions: number;
}

/** The calls of a tier. Pure. */
export function callPlan(tier: Tier, context: TierContext, selected: readonly Case[], pace: Pace): CallPlan {
  return planOfCases(tier, context, casesOfTier(tier, context, selected), pace);
}

/** The calls of cases that a tier has chosen. Pure. */
export function planOfCases(tier: Tier, context: TierContext, selected: readonly Case[], pace: Pace): CallPlan {
  const { contract, lacks, action } = context;
  const cases = withTwins(context, selected).filter(
    ({ needs }) => !needs.some((capability) => lacks[capability] !== undefined),
  );
  const ids = new Set(selected.map(({ id }) => id));
  const planned = cases.map((one) => ({ planned: one, calls: callsOf(action, one, context.drives) }));
  const around = overhead(action, tier, pace.regions);
  const calls = sumCalls([around, ...planned.map((one) => one.calls)]);
  const own = cases.filter(({ id }) => ids.has(id));
  const judged = new Set(own.flatMap((one) => [...judgedClauses(contract, one, lacks)]));
  const named = new Set(own.flatMap(({ clauses }) => clauses));
  const all = [...contract.clauses.values()];
  return {
    tier,
    cases: planned,
    own: ids,
    calls,
    bound: Math.min(boundOf(action, calls), pace.maxRequests ?? Number.POSITIVE_INFINITY),
    seconds: Math.max(calls.mutating / pace.rate, calls.reading / (pace.rate * readsPerMutation)),
    judged: all.filter(({ id }) => judged.has(id)),
    recorded: all.filter((clause) => isOpen(clause) && named.has(clause.id)),
  };
}

/** Every tier's calls, for whoever chooses one. */
export function callPlans(context: TierContext, selected: readonly Case[], pace: Pace): readonly CallPlan[] {
  return tiers.map((tier) => callPlan(tier, context, selected, pace));
}

/** The calls around the cases: who is calling, whether keys can be deleted, and what is there, before and after. */
function overhead({ cleanup: { lists, removes } }: Action, tier: Tier, regions: number): Calls {
  const mutating = tier === "read-only" ? 0 : 1;
  return {
    byAction: { GetCallerIdentity: 1, [lists]: 2 * regions, ...(mutating > 0 && { [removes]: mutating }) },
    mutating,
    reading: 1 + 2 * regions,
    deletions: 0,
  };
}

/** Twins that are outside of the selection run with the first case that needs them. */
function withTwins({ plan }: TierContext, cases: readonly Case[]): readonly Case[] {
  const drives = new Map<string, Case["drives"]>();
  for (const { twin, drives: said } of cases) if (twin !== undefined) drives.set(twin, said);
  const ids = new Set(cases.map(({ id }) => id));
  const twins = plan.filter(({ id }) => drives.has(id) && !ids.has(id));
  return [
    ...cases,
    ...twins.map((twin): Case => {
      const said = drives.get(twin.id);
      return said === undefined ? twin : { ...twin, drives: said };
    }),
  ];
}

/**
 * Each call can be throttled up to its last resend; each read and deletion repeated; each lost import looked for; each
 * thing that should not have been made deleted too.
 */
function boundOf({ cleanup: { creates } }: Action, { byAction, mutating, reading, deletions }: Calls): number {
  const all = mutating + reading;
  const imports = byAction[creates] ?? 0;
  const repeated = all - imports + deletions;
  return (all + deletions + imports * (1 + settlingRepeats) + repeated * settlingRepeats) * (1 + resends);
}
