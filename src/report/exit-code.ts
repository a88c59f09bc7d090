import type { KnownOutcome } from "../known/match-known.ts";
import { type Level, levels } from "../model.ts";
import { exitCodes } from "./exit-code-values.ts";
import type { Report } from "./report.ts";

/**
 * 70 for a bug of ours, else 1 for a deviation that gates, else 3 for what could not be observed and for a target that
 * was not seen to be as clean as before the run, else 0. With known
 * deviations their outcome replaces the levels: the run deviates exactly as they say, or it does not.
 */
export function exitCodeOf({ clauses, run }: Report, known?: KnownOutcome): number {
  const gating = new Set<Level>(levels.slice(0, levels.indexOf(run.level) + 1));
  if (clauses.some(({ verdict }) => verdict === "error")) return exitCodes.bug;
  const failed = clauses.filter(({ verdict, level }) => verdict === "fail" && gating.has(level));
  if (known === undefined ? failed.length > 0 : !known.exact) return exitCodes.deviates;
  const isClean = run.leftovers.length === 0 && run.leftoversUnknown === undefined;
  const isSeen = clauses.every(({ verdict }) => verdict !== "indeterminate");
  return isSeen && isClean ? exitCodes.conforms : exitCodes.unobserved;
}
