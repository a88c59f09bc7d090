import { areas } from "../../model.ts";
import { type Finding, findingsByClause } from "../findings.ts";
import type { Report, ReportedClause } from "../report.ts";
import {
  type CaseChange,
  type ChangeKind,
  type ClauseChange,
  changeKinds,
  type Difference,
  type Side,
} from "./difference.ts";

/** What changed from one report to another. Pure. */
export function diffReports(before: Report, after: Report): Difference {
  const old = new Map(before.clauses.map((clause) => [clause.id, clause]));
  const now = new Map(after.clauses.map((clause) => [clause.id, clause]));
  const oldFindings = findingsByClause(before);
  const newFindings = findingsByClause(after);
  const ids = [...new Set([...now.keys(), ...old.keys()])];
  const changes = ids.flatMap((id): ClauseChange[] => {
    const cases = caseChanges(oldFindings.get(id) ?? [], newFindings.get(id) ?? []);
    return clauseChange(old.get(id), now.get(id), cases);
  });
  const rank = ({ area, kind }: ClauseChange): number =>
    areas.indexOf(area) * changeKinds.length + changeKinds.indexOf(kind);
  const clauses = changes.toSorted((a, b) => rank(a) - rank(b));
  const count = (kind: ChangeKind): number => clauses.filter((change) => change.kind === kind).length;
  return {
    schemaVersion: "1",
    old: sideOf(before),
    new: sideOf(after),
    regressions: clauses.filter(({ regression }) => regression).map(({ id }) => id),
    counts: Object.fromEntries(changeKinds.map((kind) => [kind, count(kind)])) as Record<ChangeKind, number>,
    clauses,
  };
}

function clauseChange(
  old: ReportedClause | undefined,
  now: ReportedClause | undefined,
  cases: readonly CaseChange[],
): ClauseChange[] {
  const clause = now ?? old;
  const kind = kindOf(old, now, cases.length > 0);
  if (clause === undefined || kind === undefined) return [];
  const { id, area, level, text } = clause;
  const regression = old?.verdict === "pass" && now?.verdict === "fail";
  return [{ kind, regression, id, area, level, text, old: old?.verdict ?? null, new: now?.verdict ?? null, cases }];
}

function kindOf(
  old: ReportedClause | undefined,
  now: ReportedClause | undefined,
  casesChanged: boolean,
): ChangeKind | undefined {
  if (old === undefined) return "new";
  if (now === undefined) return "gone";
  if (old.verdict === now.verdict) return now.verdict === "fail" && casesChanged ? "fails-otherwise" : undefined;
  if (now.verdict === "fail") return "newly-failing";
  return now.verdict === "pass" ? "newly-passing" : "changed";
}

function caseChanges(old: readonly Finding[], now: readonly Finding[]): readonly CaseChange[] {
  const key = ({ reported, verdict }: Finding): string => `${reported.id} ${verdict.drive}`;
  const before = new Map(old.map((finding) => [key(finding), finding]));
  const after = new Map(now.map((finding) => [key(finding), finding]));
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((id): CaseChange[] => {
    const [was, is] = [before.get(id), after.get(id)];
    const either = is ?? was;
    if (either === undefined || was?.verdict.verdict === is?.verdict.verdict) return [];
    const { expected, actual } = is?.verdict ?? {};
    return [
      {
        id: either.reported.id,
        title: either.reported.title,
        drive: either.verdict.drive,
        old: was?.verdict.verdict ?? null,
        new: is?.verdict.verdict ?? null,
        ...(expected !== undefined && { expected }),
        ...(actual !== undefined && { actual }),
      },
    ];
  });
}

function sideOf({ contract, target, run, score }: Report): Side {
  const { id, startedAt, authority, seed, partial } = run;
  return { contract, target, run: { id, startedAt, authority, seed, partial }, score };
}
