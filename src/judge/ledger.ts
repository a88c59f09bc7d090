import type { Area, Verdict } from "../model.ts";
import type { Contract } from "../spec/contract.ts";
import { rank } from "./clause-order.ts";

/** What is settled: the verdicts of a case, whatever else is kept of it. */
export interface JudgedCase {
  readonly id: string;
  readonly area: Area;
  readonly verdicts: readonly Verdict[];
}

/** A failing verdict, and the case in which it was seen. */
export interface Failure {
  readonly in: string;
  readonly verdict: Verdict;
}

/** All failures of a run, and which clause explains which of them, as far as is known by now. */
export interface Ledger {
  readonly contract: Contract;
  /** The clause whose plainest case is the valid twin of all others. */
  readonly accepts: string;
  readonly cases: readonly JudgedCase[];
  readonly failures: readonly Failure[];
  readonly blockers: ReadonlyMap<Verdict, string>;
  /** It failed, and nothing explains it yet. */
  standing(verdict: Verdict): boolean;
  /**
   * Explains a failure by that of a clause. Refused where the clause is of a lower level, or came later than the run is
   * pinned to and the other did not, so that nothing that gates is lost; where it is itself explained by the other, in however many steps; and where the failure has its explanation.
   */
  blockBy(verdict: Verdict, clause: string): void;
}

/** @param later clauses that came after the version that the run is pinned to. */
export function openLedger(
  contract: Contract,
  accepts: string,
  cases: readonly JudgedCase[],
  later: ReadonlySet<string>,
): Ledger {
  const blockers = new Map<Verdict, string>();
  const explainedBy = new Map<string, Set<string>>();
  const leadsTo = (from: string, to: string): boolean =>
    from === to || [...(explainedBy.get(from) ?? [])].some((next) => leadsTo(next, to));
  const outweighs = (one: string, other: string): boolean =>
    rank(contract, one) < rank(contract, other) || (later.has(other) && !later.has(one));
  const standing = (verdict: Verdict): boolean => verdict.verdict === "fail" && !blockers.has(verdict);
  return {
    contract,
    accepts,
    cases,
    failures: cases.flatMap(({ id, verdicts }) =>
      verdicts.filter(({ verdict }) => verdict === "fail").map((verdict) => ({ in: id, verdict })),
    ),
    blockers,
    standing,
    blockBy(verdict, clause) {
      const blocked = verdict.clause;
      if (!standing(verdict) || outweighs(blocked, clause) || leadsTo(clause, blocked)) return;
      blockers.set(verdict, clause);
      explainedBy.set(blocked, (explainedBy.get(blocked) ?? new Set()).add(clause));
    },
  };
}
