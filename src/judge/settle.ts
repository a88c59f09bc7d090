import type { Verdict } from "../model.ts";
import type { Contract } from "../spec/contract.ts";
import { laterClauses } from "../spec/since.ts";
import { type JudgedCase, type Ledger, openLedger } from "./ledger.ts";
import { settlingRules } from "./settling-rules.ts";

/**
 * One cause, one finding, over a whole run: what a failure elsewhere explains is blocked by it. Only a clause of at least
 * the same level blocks, and none that came later than the run is pinned to, so that nothing that gates is lost; nothing
 * is blocked by what does not fail itself. Settling what is settled changes nothing, so that shards can be settled again
 * as one. Pure.
 */
export function settle<Case extends JudgedCase>(
  contract: Contract,
  accepts: string,
  cases: readonly Case[],
  asOf?: string,
): Case[] {
  const raw = cases.map((one) => ({ ...one, verdicts: one.verdicts.map(unblocked) }));
  const ledger = openLedger(contract, accepts, raw, laterClauses(contract.clauses.values(), asOf));
  for (const rule of settlingRules) rule(ledger);
  return conclude(ledger, raw);
}

/** Names of each blocked failure the clause at the end of its chain; what leads nowhere stays a failure. */
function conclude<Case extends JudgedCase>({ contract, blockers }: Ledger, raw: readonly Case[]): Case[] {
  const rootOf = new Map<string, string>();
  const stands = new Set<string>();
  for (const { verdicts } of raw) {
    for (const verdict of verdicts) {
      if (verdict.verdict !== "fail") continue;
      const by = blockers.get(verdict);
      if (by === undefined) stands.add(verdict.clause);
      else rootOf.set(verdict.clause, by);
    }
  }
  const root = (clause: string): string | undefined => {
    const seen = new Set<string>();
    let here: string | undefined = clause;
    while (here !== undefined && !stands.has(here) && !seen.has(here)) {
      seen.add(here);
      here = rootOf.get(here);
    }
    return here !== undefined && stands.has(here) ? here : undefined;
  };
  return raw.map((one) => ({
    ...one,
    verdicts: one.verdicts.map((verdict) => {
      const by = blockers.get(verdict) ?? (verdict.verdict === "indeterminate" ? verdict.blockedBy : undefined);
      if (by === undefined) return verdict;
      const cause = root(by);
      if (verdict.verdict === "fail") return cause === undefined ? verdict : block(verdict, cause);
      if (cause !== undefined && contract.clauses.has(cause)) return { ...verdict, blockedBy: cause };
      // The blocker is outside of the selection, or fails itself nowhere: what was seen counts.
      const { blockedBy: _, why, ...rest } = verdict;
      if (verdict.expected !== undefined) return { ...rest, verdict: "fail" as const };
      return { ...rest, ...(why !== undefined && { why }) };
    }),
  }));
}

/** A failure that was blocked before is one again; what was never observed stays so. */
function unblocked(verdict: Verdict): Verdict {
  if (verdict.why !== settled(verdict.blockedBy ?? "")) return verdict;
  const { blockedBy: _, why: __, ...rest } = verdict;
  return { ...rest, verdict: "fail" };
}

const settled = (by: string): string => `${by} fails`;

function block(verdict: Verdict, by: string): Verdict {
  return { ...verdict, verdict: "indeterminate", why: settled(by), blockedBy: by };
}
