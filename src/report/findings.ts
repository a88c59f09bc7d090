import type { Drive, Exchange, Verdict } from "../model.ts";
import type { Report, ReportedCase } from "./report.ts";

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

/** The exchange that a verdict is about: the last one of its drive before the cleanup. */
export function tellingExchange({ exchanges }: ReportedCase, drive: Drive): Exchange | undefined {
  return exchanges.findLast((exchange) => exchange.drive === drive && exchange.step !== "cleanup");
}
