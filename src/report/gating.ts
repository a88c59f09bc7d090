import { type Level, levels } from "../model.ts";
import { isLater } from "../spec/since.ts";
import type { Report } from "./report.ts";

/** Which failures make a run fail; kept in the report. */
export interface Gate {
  readonly level: Level;
  /** Clauses that came after this version of the package do not gate; all do where it is absent. */
  readonly asOf?: string;
}

/** Whether a failure of this clause fails a run. */
export function gates(clause: { readonly level: Level; readonly since?: string }, { level, asOf }: Gate): boolean {
  return levels.indexOf(clause.level) <= levels.indexOf(level) && !isLater(clause, asOf);
}

/** What gates, in words: `must gates`; of a pinned run also how many later clauses fail. */
export function gatingWords({ run, clauses }: Pick<Report, "run" | "clauses">): string {
  const { level, asOf } = run;
  if (asOf === undefined) return `${level} gates`;
  const later = clauses.filter((clause) => clause.verdict === "fail" && isLater(clause, asOf));
  const more =
    later.length === 0 ? "" : ` (${later.length} later ${later.length === 1 ? "clause fails" : "clauses fail"})`;
  return `${level} gates, as of ${asOf}${more}`;
}
