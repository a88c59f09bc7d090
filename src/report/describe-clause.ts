import type { Clause } from "../model.ts";
import { confidenceOf } from "../spec/grounds.ts";
import type { ClauseGrounds, ReportedClause } from "./report.ts";

/** What a report and `list clauses` say of a clause, whatever became of it. */
export function describeClause(
  clause: Clause,
): Pick<ReportedClause, "id" | "area" | "level" | "since" | "text" | "grounds" | "confidence"> {
  const { id, area, level, since, text, documented, observed, inferred } = clause;
  const grounds: ClauseGrounds = {
    ...(documented && { documented }),
    ...(observed && { observed }),
    ...(inferred !== undefined && { inferred }),
  };
  const confidence = confidenceOf(clause);
  return { id, area, level, since, text, grounds, ...(confidence !== undefined && { confidence }) };
}
