import type { Action } from "../action.ts";
import type { Capability, Case, Clause, Drive, Tier, Value } from "../model.ts";
import type { Contract } from "../spec/contract.ts";
import { isOpen } from "../spec/grounds.ts";
import { callsOf } from "./calls.ts";
import { judgedClauses } from "./judged-clauses.ts";

export interface TierContext {
  readonly contract: Contract;
  readonly action: Action;
  /** All cases of the plan: a twin may be outside of the selection. */
  readonly plan: readonly Case[];
  readonly drives: readonly Drive[];
  readonly lacks: Readonly<Partial<Record<Capability, string>>>;
}

/** The most mutating calls of the tier `smoke`. */
const smokeCalls = 20;

/**
 * The cases of a tier, in the order in which they run: what makes a thing without a name runs last, and alone. Pure: the
 * same each time.
 */
export function casesOfTier(tier: Tier, context: TierContext, cases: readonly Case[]): readonly Case[] {
  const chosen = choosers[tier](context, cases);
  return [...chosen.filter(({ nameless }) => !nameless), ...chosen.filter(({ nameless }) => nameless)];
}

const choosers = {
  "read-only": ({ action }, cases) => withoutTwins(cases.filter((planned) => planned.steps.every(reads(action)))),
  "dry-run": ({ action }, cases) =>
    withoutTwins(
      cases.filter(({ steps }) => steps.every((step) => reads(action)(step) || step.input["DryRun"] === true)),
    ),
  smoke,
  truth: ({ contract }, cases) =>
    cases
      .map((planned) => ({ planned, doubt: doubtOf(contract, planned) }))
      .filter(({ doubt }) => doubt < certain)
      .toSorted((one, other) => one.doubt - other.doubt)
      .map(({ planned }) => planned),
  full: (_, cases) => cases,
} as const satisfies Record<Tier, (context: TierContext, cases: readonly Case[]) => readonly Case[]>;

/** The import that proves a refusal by being accepted is nothing for a tier that makes nothing. */
function withoutTwins(cases: readonly Case[]): readonly Case[] {
  return cases.map(({ twin: _, ...planned }) => planned);
}

function reads({ cleanup: { creates, removes } }: Action): (step: Case["steps"][number]) => boolean {
  return ({ action }) => action !== creates && action !== removes;
}

/** Whether all that a case makes has a name that begins with our prefix: all that the policy for this tier allows. */
function isNamedPlainly({ cleanup: { creates, name } }: Action): (planned: Case) => boolean {
  const isPlain = (value: Value | undefined): boolean => {
    const text = typeof value === "object" && value !== null && "$pad" in value ? value.$pad : value;
    return typeof text === "string" && text.startsWith("{name}");
  };
  return ({ steps, nameless }) =>
    !nameless && steps.every(({ action, input }) => action !== creates || isPlain(input[name]));
}

/**
 * A greedy cover: again and again the case that judges the most further must clauses for a mutating call, as long as
 * the calls last; a twin that it needs is paid with it.
 */
function smoke(context: TierContext, cases: readonly Case[]): readonly Case[] {
  const { contract, action, plan, lacks } = context;
  // Once is enough for a look: said both ways, the calls would cover a third less.
  const drives = context.drives.slice(0, 1);
  const byId = new Map(plan.map((planned) => [planned.id, planned]));
  const candidates = cases.filter(isNamedPlainly(action)).map((planned) => {
    const judged = [...judgedClauses(contract, planned, lacks)];
    const twin = planned.twin === undefined ? undefined : byId.get(planned.twin);
    return {
      planned,
      musts: judged.filter((id) => contract.clauses.get(id)?.level === "must"),
      own: callsOf(action, planned, drives),
      twin: twin && { id: twin.id, calls: callsOf(action, twin, drives) },
    };
  });
  const [covered, ran, chosen] = [new Set<string>(), new Set<string>(), new Set<Case>()];
  // One is for the question whether keys can be deleted at all.
  let left = smokeCalls - 1;
  for (;;) {
    let best: { candidate: (typeof candidates)[number]; worth: number; cost: number } | undefined;
    for (const candidate of candidates) {
      if (chosen.has(candidate.planned)) continue;
      const { planned, musts, own, twin } = candidate;
      const fresh = musts.filter((id) => !covered.has(id)).length;
      const cost = (ran.has(planned.id) ? 0 : own.mutating) + (twin && !ran.has(twin.id) ? twin.calls.mutating : 0);
      // What costs nothing comes first; it still takes a call.
      const worth = fresh / (cost === 0 ? 0.5 : cost);
      if (fresh > 0 && cost <= left && (best === undefined || worth > best.worth)) best = { candidate, worth, cost };
    }
    if (best === undefined)
      return cases.filter((planned) => chosen.has(planned)).map((planned) => ({ ...planned, drives }));
    const { candidate, cost } = best;
    left -= cost;
    chosen.add(candidate.planned);
    ran.add(candidate.planned.id);
    if (candidate.twin) ran.add(candidate.twin.id);
    for (const id of candidate.musts) covered.add(id);
  }
}

const certain = 4;

/** How little is known of what a case asks: 0 nothing at all, 1 disputed, 2 inferred, 3 seen on another action. */
function doubtOf(contract: Contract, { judgements }: Case): number {
  const doubts = judgements.map(({ clause: id, check }) => {
    const clause = contract.clauses.get(id);
    return clause === undefined ? certain : doubtOfClause(clause, check);
  });
  return Math.min(certain, ...doubts);
}

function doubtOfClause(clause: Clause, check: string): number {
  const { documented, observed, inferred } = clause;
  if (isOpen(clause)) return 0;
  const disagree = documented !== undefined && observed !== undefined && (documented.expect || observed.expect);
  if (check === "open" || disagree) return 1;
  if (documented === undefined && observed === undefined && inferred !== undefined) return 2;
  return documented === undefined && observed?.sibling ? 3 : certain;
}
