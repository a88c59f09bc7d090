import type { KnownOutcome } from "../known/match-known.ts";
import type { Contract } from "../spec/contract.ts";
import { isLater } from "../spec/since.ts";
import { isDrift, isUnconfirmed } from "./drift.ts";
import { type Gate, gates } from "./gating.ts";
import type { Report, ReportedCase } from "./report.ts";

/** What the program's exit codes mean; scripts rely on them. */
export const exitCodes = { conforms: 0, deviates: 1, usage: 2, unobserved: 3, bug: 70, interrupted: 130 } as const;

/**
 * 70 for a bug of ours, else 1 for a deviation that gates, else 3 for what could not be observed and for a target that
 * was not seen to be as clean as before the run, else 0. With known deviations their outcome replaces the levels: the run
 * deviates exactly as they say, or it does not. Where red clauses were asked twice, those count that were red twice.
 */
export function exitCodeOf(report: Report, known?: KnownOutcome): number {
  const { clauses, run } = report;
  if (clauses.some(({ verdict }) => verdict === "error")) return exitCodes.bug;
  const gating = clauses.flatMap((clause) => (clause.verdict === "fail" && gates(clause, run) ? [clause.id] : []));
  const red = known === undefined ? gating : known.unlisted.map(({ clause }) => clause);
  const isOutdated = known !== undefined && known.stale.length + known.overdue.length > 0;
  if (isOutdated || red.some((clause) => isDrift(report, clause))) return exitCodes.deviates;
  const failed = new Set(clauses.flatMap(({ id, verdict }) => (verdict === "fail" ? [id] : [])));
  // What a failure blocks is told with that failure; what came later than the run is pinned to is only told.
  const unseen = clauses.some(
    (clause) =>
      clause.verdict === "indeterminate" &&
      !(clause.blockedBy !== undefined && failed.has(clause.blockedBy)) &&
      !isLater(clause, run.asOf),
  );
  const isClean = run.leftovers.length === 0 && run.leftoversUnknown === undefined;
  const isUnsure = red.some((clause) => isUnconfirmed(report, clause));
  return unseen || isUnsure || !isClean || !isAllowed(clauses, run) ? exitCodes.unobserved : exitCodes.conforms;
}

/** Whether an account let the run do what it had planned: refusals, and a bound that lets nothing begin, judge nothing. */
function isAllowed(clauses: Report["clauses"], { account }: Report["run"]): boolean {
  if (account === undefined) return true;
  return account.refusals.length === 0 && clauses.some(({ verdict }) => verdict === "pass" || verdict === "fail");
}

/** Whether a run that has seen this case deviates, or has met a bug of ours, whatever comes behind it. Says what bails. */
export function deviatesBy(contract: Contract, gate: Gate): (result: ReportedCase) => boolean {
  return ({ verdicts }) =>
    verdicts.some(({ clause, verdict }) => {
      const own = contract.clauses.get(clause) ?? { level: "may" as const };
      return verdict === "error" || (verdict === "fail" && gates(own, gate));
    });
}
