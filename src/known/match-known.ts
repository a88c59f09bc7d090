import semver from "semver";
import type { Report, ReportedCase } from "../report/report.ts";
import { laterClauses } from "../spec/since.ts";
import { casesOf, type KnownDeviation } from "./read-known.ts";

/** How a run compares with the deviations that were known. */
export interface KnownOutcome {
  /** It deviates exactly as they say. */
  readonly exact: boolean;
  /** How many clauses deviate as listed. */
  readonly matched: number;
  /** Failures that no entry lists, but those of clauses that came later than the run is pinned to. */
  readonly unlisted: readonly Deviation[];
  /** Entries whose clause or cases pass now. */
  readonly stale: readonly { readonly entry: KnownDeviation; readonly why: string }[];
  /** Entries past their review. */
  readonly overdue: readonly KnownDeviation[];
}

/** One clause's failures; without `cases`, all its judged cases fail. */
export interface Deviation {
  readonly clause: string;
  readonly cases?: readonly string[];
}

/** What the cases of a clause came to: only pass and fail count here. */
export interface JudgedCases {
  readonly failed: readonly string[];
  readonly passed: readonly string[];
}

/** What is compared: the target's name and version, and its cases. */
interface Seen {
  readonly target: Pick<Report["target"], "name" | "version">;
  readonly cases: readonly ReportedCase[];
}

/**
 * Whether a run that has seen this case can't deviate exactly as the entries say any more. Pure.
 * @param later clauses that came after the version that the run is pinned to.
 */
export function deviatesFrom(
  entries: readonly KnownDeviation[],
  target: Seen["target"],
  result: ReportedCase,
  later: ReadonlySet<string> = new Set(),
): boolean {
  const { unlisted, stale } = match(entries, { target, cases: [result] }, "", later);
  return unlisted.length + stale.length > 0;
}

/** Compares a report with known deviations. @param today ISO date. Pure. */
export function matchKnown(entries: readonly KnownDeviation[], report: Report, today: string): KnownOutcome {
  return match(entries, report, today, laterClauses(report.clauses, report.run.asOf));
}

function match(
  entries: readonly KnownDeviation[],
  report: Seen,
  today: string,
  later: ReadonlySet<string>,
): KnownOutcome {
  const judged = judgedCases(report);
  const mine = entries.filter((entry) => appliesTo(entry, report));
  const stale: { entry: KnownDeviation; why: string }[] = [];
  const covered = new Map<string, Set<string>>();
  for (const entry of mine) {
    const { failed, passed } = judged.get(entry.clause) ?? { failed: [], passed: [] };
    const listed = casesOf(entry) ?? [...failed, ...passed];
    const excused = covered.get(entry.clause) ?? new Set();
    covered.set(entry.clause, excused);
    for (const id of listed) excused.add(id);
    if (entry.flaky) continue;
    const passing = listed.filter((id) => passed.includes(id));
    if (passing.length > 0)
      stale.push({ entry, why: `${passing.slice(0, 5).join(", ")} ${passing.length === 1 ? "passes" : "pass"} now` });
  }
  const unlisted = [...judged].flatMap(([clause, { failed, passed }]): Deviation[] => {
    const excused = covered.get(clause) ?? new Set();
    const extra = failed.filter((id) => !excused.has(id));
    if (extra.length === 0 || later.has(clause)) return [];
    return [extra.length === failed.length && passed.length === 0 ? { clause } : { clause, cases: extra }];
  });
  const overdue = mine.filter(({ review }) => review < today);
  const matched = [...covered.keys()].filter((clause) => (judged.get(clause)?.failed.length ?? 0) > 0).length;
  return { exact: unlisted.length + stale.length + overdue.length === 0, matched, unlisted, stale, overdue };
}

/** Whether an entry speaks about the target of the report. A version that is not known is in no range. */
export function appliesTo({ target, versions }: KnownDeviation, report: Seen): boolean {
  if (target !== undefined && target !== report.target.name) return false;
  if (versions === undefined) return true;
  return (
    report.target.version !== undefined &&
    semver.satisfies(report.target.version, versions, { includePrerelease: true })
  );
}

/** The failed and passed cases of each clause; a case fails when it does under one of its drives. */
export function judgedCases(report: Seen): ReadonlyMap<string, JudgedCases> {
  const byClause = new Map<string, { failed: string[]; passed: string[] }>();
  for (const { id, verdicts } of report.cases) {
    for (const clause of new Set(verdicts.map((verdict) => verdict.clause))) {
      const kinds = verdicts.flatMap((verdict) => (verdict.clause === clause ? verdict.verdict : []));
      const entry = byClause.get(clause) ?? { failed: [], passed: [] };
      byClause.set(clause, entry);
      if (kinds.includes("fail")) entry.failed.push(id);
      else if (kinds.includes("pass")) entry.passed.push(id);
    }
  }
  return byClause;
}
