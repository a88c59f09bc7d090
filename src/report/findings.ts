import type { Drive, Exchange, Verdict } from "../model.ts";
import type { Report, ReportedCase, ReportedClause } from "./report.ts";

/** One verdict on a clause, and the case that led to it. */
export interface Finding {
  readonly reported: ReportedCase;
  readonly verdict: Verdict;
}

/** The verdicts of a report by their clause, in the order of its cases. */
export function findingsByClause(report: Report): ReadonlyMap<string, readonly Finding[]> {
  const findings = report.cases.flatMap((reported) => reported.verdicts.map((verdict) => ({ reported, verdict })));
  return Map.groupBy(findings, ({ verdict }) => verdict.clause);
}

/** It failed, and by itself. */
export function hasFailed({ verdict }: Verdict): boolean {
  return verdict === "fail";
}

/** It failed, and another failure explains that. */
export function isBlocked({ verdict, blockedBy, expected }: Verdict): boolean {
  return verdict === "indeterminate" && blockedBy !== undefined && expected !== undefined;
}

/** What a drive said for the sake of the case: without its cleanup, and without looks after lost answers. */
export function plannedExchanges({ exchanges }: ReportedCase, drive: Drive): readonly Exchange[] {
  return exchanges.filter((one) => one.drive === drive && one.step !== "cleanup" && one.step !== "look");
}

/** The exchange that a verdict is about: the last one of its drive. */
export function tellingExchange(reported: ReportedCase, drive: Drive): Exchange | undefined {
  return plannedExchanges(reported, drive).at(-1);
}

/** The clauses that the failure of this one left without a verdict: told with it, and never as rows of their own. */
export function blockedBy({ clauses }: Pick<Report, "clauses">, id: string): readonly ReportedClause[] {
  return clauses.filter((clause) => clause.blockedBy === id);
}

/** The clauses that failed, by what they explain: what leaves most without a verdict comes first. */
export function failuresByCause(report: Pick<Report, "clauses">): readonly ReportedClause[] {
  const weight = ({ id }: ReportedClause): number => blockedBy(report, id).length;
  return report.clauses
    .filter(({ verdict }) => verdict === "fail" || verdict === "error")
    .toSorted((one, other) => weight(other) - weight(one));
}

/** What could not be observed by itself, and not for the failure of another clause. */
export function unobserved({ clauses }: Pick<Report, "clauses">): readonly ReportedClause[] {
  return clauses.filter((clause) => clause.verdict === "indeterminate" && clause.blockedBy === undefined);
}
