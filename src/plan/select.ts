import picomatch from "picomatch";
import { UsageError } from "../errors.ts";
import { scopedClauses } from "../judge/scoped-clauses.ts";
import type { Case } from "../model.ts";
import { backtracks, longestPattern } from "../spec/backtracks.ts";
import type { Contract } from "../spec/contract.ts";

/** Globs over clause ids, case ids and areas. */
export interface Selection {
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly shard?: Shard;
}

/** One of `of` equal parts of the cases that are left, counted from 1. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** Which cases run, and which of their verdicts count. */
export interface Selected {
  readonly cases: readonly Case[];
  wanted(caseId: string, clauseId: string): boolean;
}

/**
 * Applies a selection. A case is selected by its id, its area or a clause that it judges; a verdict counts when its case, its clause
 * or the clause's area is.
 * A shard takes every n-th of them, so that neighbours, which cost alike, are spread; a case whose valid twin is in another
 * shard drives the twin for itself.
 * @throws {UsageError} for a pattern that matches nothing, and when nothing is left to run.
 */
export function select(contract: Contract, cases: readonly Case[], { only, skip, shard }: Selection): Selected {
  const clauses = [...contract.clauses.values()];
  for (const pattern of [...only, ...skip]) {
    mustBeBounded(pattern);
    const matches = picomatch(pattern, { nocase: false });
    const known = clauses.some(({ id, area }) => matches(id) || matches(area)) || cases.some(({ id }) => matches(id));
    if (!known) {
      throw new UsageError(
        `Failed to select ${pattern}: no clause, case or area has this name. See "ec2-contract list clauses" and "list cases".`,
      );
    }
  }
  const isOnly = only.length === 0 ? () => true : picomatch([...only]);
  const isSkipped = skip.length === 0 ? () => false : picomatch([...skip]);
  // A glob takes its time, and is asked of every verdict: once for each clause, and once for each case.
  const named = (matches: (text: string) => boolean): ReadonlySet<string> =>
    new Set(clauses.flatMap(({ id, area }) => (matches(id) || matches(area) ? [id] : [])));
  const [clausesWanted, clausesSkipped] = [named(isOnly), named(isSkipped)];
  const casesMatched = new Map<string, "all" | "none" | "by clause">();
  const caseMatch = (id: string): "all" | "none" | "by clause" => {
    const known = casesMatched.get(id) ?? (isSkipped(id) ? "none" : isOnly(id) ? "all" : "by clause");
    casesMatched.set(id, known);
    return known;
  };
  const wanted = (caseId: string, clauseId: string): boolean => {
    if (clausesSkipped.has(clauseId)) return false;
    const matched = caseMatch(caseId);
    return matched === "all" || (matched === "by clause" && clausesWanted.has(clauseId));
  };
  const selected = cases.filter((planned) => {
    const judged = [...planned.clauses, ...scopedClauses(contract, planned).map(({ id }) => id)];
    return judged.some((clause) => wanted(planned.id, clause));
  });
  if (selected.length === 0) {
    throw new UsageError("Failed to select cases: none is left to run. Widen --only, or narrow --skip.");
  }
  return { cases: shard === undefined ? selected : casesOfShard(selected, shard), wanted };
}

/** Every n-th of the cases. @throws {UsageError} when there are fewer cases than shards. */
export function casesOfShard(selected: readonly Case[], shard: Shard): readonly Case[] {
  const part = selected.filter((_, place) => place % shard.of === shard.index - 1);
  if (part.length === 0) {
    throw new UsageError(
      `Failed to run shard ${shard.index}/${shard.of}: there are only ${selected.length} cases. Make fewer shards.`,
    );
  }
  return part;
}

/** Text that no glob reads in another way than as it stands. */
const plainly = /^[\w-]{1,40}$/;

function mustBeBounded(pattern: string): void {
  if (plainly.test(pattern)) return;
  const why =
    pattern.length > longestPattern
      ? `it has ${pattern.length} characters, and at most ${longestPattern} are read`
      : backtracks(picomatch.makeRe(pattern).source, "")
        ? "it backtracks without end"
        : undefined;
  if (why === undefined) return;
  throw new UsageError(`Failed to select ${pattern.slice(0, 80)}: ${why}. Write a plainer glob, or several.`);
}
