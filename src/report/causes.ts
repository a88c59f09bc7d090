import type { Report, ReportedClause } from "./report.ts";

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
