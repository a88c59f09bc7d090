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
