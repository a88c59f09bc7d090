import type { KnownOutcome } from "../known/match-known.ts";
import { type Level, levels } from "../model.ts";
import type { Contract } from "../spec/contract.ts";
import type { Report, ReportedCase } from "./report.ts";

/** What the program's exit codes mean; scripts rely on them. */
export const exitCodes = { conforms: 0, deviates: 1, usage: 2, unobserved: 3, bug: 70, interrupted: 130 } as const;

/**
 * 70 for a bug of ours, else 1 for a deviation that gates, else 3 for what could not be observed and for a target that
 * was not seen to be as clean as before the run, else 0. With known deviations their outcome replaces the levels: the run
 * deviates exactly as they say, or it does not.
 */
export function exitCodeOf({ clauses, run }: Report, known?: KnownOutcome): number {
  if (clauses.some(({ verdict }) => verdict === "error")) return exitCodes.bug;
  const failed = clauses.filter(({ verdict, level }) => verdict === "fail" && gates(level, run.level));
  if (known === undefined ? failed.length > 0 : !known.exact) return exitCodes.deviates;
  const red = new Set(clauses.flatMap(({ id, verdict }) => (verdict === "fail" ? [id] : [])));
  // What a failure blocks is told with that failure.
  const unseen = clauses.some(
    ({ verdict, blockedBy }) => verdict === "indeterminate" && !(blockedBy !== undefined && red.has(blockedBy)),
  );
  const isClean = run.leftovers.length === 0 && run.leftoversUnknown === undefined;
  return unseen || !isClean || !isAllowed(clauses, run) ? exitCodes.unobserved : exitCodes.conforms;
}

/** Whether an account let the run do what it had planned: refusals, and a bound that lets nothing begin, judge nothing. */
function isAllowed(clauses: Report["clauses"], { account }: Report["run"]): boolean {
  if (account === undefined) return true;
  return account.refusals.length === 0 && clauses.some(({ verdict }) => verdict === "pass" || verdict === "fail");
}

/** Whether a run that has seen this case deviates, or has met a bug of ours, whatever comes behind it. Says what bails. */
export function deviatesBy(contract: Contract, level: Level): (result: ReportedCase) => boolean {
  return ({ verdicts }) =>
    verdicts.some(({ clause, verdict }) => {
      const { level: own = "may" } = contract.clauses.get(clause) ?? {};
      return verdict === "error" || (verdict === "fail" && gates(own, level));
    });
}

function gates(level: Level, least: Level): boolean {
  return levels.indexOf(level) <= levels.indexOf(least);
}
