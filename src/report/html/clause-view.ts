import type { Disagreement, Drive, Verdict, VerdictKind } from "../../model.ts";
import type { Report, ReportedCase, ReportedClause } from "../report.ts";
import { worst } from "../score.ts";
import { verdictOrder } from "./verdict-words.ts";

/** A clause with its cases, made ready to be shown. */
export interface ClauseView {
  readonly clause: ReportedClause;
  /** From the worst verdict to the least telling. */
  readonly groups: readonly CaseGroup[];
  readonly disagreements: readonly { readonly case: string; readonly disagreement: Disagreement }[];
}

/** Cases to which the same happened. */
export interface CaseGroup {
  readonly kind: VerdictKind;
  readonly cases: readonly ClauseCase[];
}

/** What one case says about one clause. */
export interface ClauseCase {
  readonly reported: ReportedCase;
  readonly kind: VerdictKind;
  readonly verdicts: readonly Verdict[];
}

/** All clauses of a report, with their cases. */
export function clauseViews(report: Report): readonly ClauseView[] {
  const byClause = new Map<string, ClauseCase[]>();
  for (const reported of report.cases) {
    for (const [clause, verdicts] of Map.groupBy(reported.verdicts, (verdict) => verdict.clause)) {
      const kind = worst(verdicts.map(({ verdict }) => verdict));
      const list = byClause.get(clause) ?? [];
      byClause.set(clause, list);
      list.push({ reported, kind, verdicts });
    }
  }
  return report.clauses.map((clause) => {
    const cases = byClause.get(clause.id) ?? [];
    return {
      clause,
      groups: verdictOrder.flatMap((kind) => grouped(kind, cases, report.run.id)),
      disagreements: cases.flatMap(({ reported }) =>
        reported.disagreements
          .filter((disagreement) => disagreement.clause === clause.id)
          .map((disagreement) => ({ case: reported.id, disagreement })),
      ),
    };
  });
}

function grouped(kind: VerdictKind, cases: readonly ClauseCase[], runId: string): readonly CaseGroup[] {
  const mine = cases.filter((one) => one.kind === kind);
  const alike = Map.groupBy(mine, (one) => outcomeKey(one, runId));
  return [...alike.values()].map((members) => ({ kind, cases: members }));
}

/** Which findings there are, by whichever drive; names that only this case has are no difference. */
function outcomeKey({ verdicts, kind }: ClauseCase, runId: string): string {
  const told = verdicts.filter(({ verdict }) => verdict === kind);
  return [...new Set(told.map((verdict) => findingKey(verdict, runId)))].sort().join();
}

/** Equal for findings that differ at most in what is drawn for each request: names of the run, ids. */
export function findingKey({ expected = "", actual = "", why = "" }: Verdict, runId: string): string {
  const ids = /\bkey-[0-9a-f]{8,17}\b/g;
  const drawn = /\b(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{32,}\b/gi;
  return JSON.stringify([expected.replace(ids, "…"), actual.replace(ids, "…").replace(drawn, "…"), why])
    .replaceAll(runId, "\0")
    .replace(/\0[\w.-]*/g, "…");
}

/** The drives to which the worst happened. */
export function worstDrives({ verdicts, kind }: ClauseCase): readonly Drive[] {
  return verdicts.filter(({ verdict }) => verdict === kind).map(({ drive }) => drive);
}
