import { levels, type VerdictKind, verdictKinds } from "../model.ts";
import type { ReportedClause, Score, Tally } from "./report.ts";

/** The score of a report's clauses: the one place where it is counted. */
export function scoreOf(clauses: readonly Pick<ReportedClause, "level" | "verdict" | "grounds">[]): Score {
  const open = clauses.filter(({ grounds }) => Object.keys(grounds).length === 0).length;
  const failed = clauses.filter(({ verdict }) => verdict === "fail").length;
  const judged = failed + clauses.filter(({ verdict }) => verdict === "pass").length;
  const [must, should, may] = levels.map((level) => tally(clauses.filter((clause) => clause.level === level)));
  return {
    clauses: clauses.length,
    open,
    judged,
    coverage: ratio(judged, clauses.length - open),
    divergence: ratio(failed, judged),
    must: must ?? tally([]),
    should: should ?? tally([]),
    may: may ?? tally([]),
  };
}

function tally(clauses: readonly { readonly verdict: VerdictKind }[]): Tally {
  const count = (kind: VerdictKind): number => clauses.filter(({ verdict }) => verdict === kind).length;
  return Object.fromEntries(verdictKinds.map((kind) => [kind, count(kind)])) as Record<VerdictKind, number>;
}

/** To four digits; 0 of nothing. */
function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000;
}

/** From the worst to the least telling: what a clause takes from its cases and drives. */
const order: readonly VerdictKind[] = ["error", "fail", "indeterminate", "pass", "skip", "open", "not-run"];

/** The worst of some verdicts; `not-run` of none. */
export function worst(verdicts: Iterable<VerdictKind>): VerdictKind {
  const seen = new Set(verdicts);
  return order.find((kind) => seen.has(kind)) ?? "not-run";
}

/** A ratio for people, to a tenth. What is not all, or not nothing, is never shown as if it were. */
export function percent(ratio: number): string {
  const tenths = Math.round(ratio * 1000);
  const honest = Math.min(Math.max(tenths, ratio > 0 ? 1 : 0), ratio < 1 ? 999 : 1000);
  return `${(honest / 10).toFixed(1)} %`;
}
