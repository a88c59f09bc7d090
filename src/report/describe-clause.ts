import type { Clause, Confidence, Level } from "../model.ts";
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

/** What a clause asks for and how sure that is, as reports tell it: `must · firm`. Open clauses have no confidence. */
export function standing({ level, confidence }: { readonly level: Level; readonly confidence?: Confidence }): string {
  return confidence === undefined ? level : `${level} · ${confidence}`;
}
