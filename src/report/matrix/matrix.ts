import type { Drive, VerdictKind } from "../../model.ts";
import { findingsByClause } from "../findings.ts";
import type { Report, ReportedClause, RunFacts, Score } from "../report.ts";

/** Several targets by the clauses of one contract: what `ec2-contract matrix --reporter json` writes. */
export interface Matrix {
  readonly schemaVersion: "1";
  readonly tool: Report["tool"];
  readonly contract: Report["contract"];
  readonly authority: RunFacts["authority"];
  readonly targets: readonly MatrixTarget[];
  readonly clauses: readonly MatrixClause[];
}

interface MatrixTarget {
  /** Tells it from the other targets of the matrix. */
  readonly label: string;
  readonly target: Report["target"];
  readonly run: Pick<RunFacts, "id" | "startedAt" | "seconds" | "requests" | "drives" | "partial">;
  readonly score: Score;
}

export interface MatrixClause extends Pick<ReportedClause, "id" | "area" | "level" | "text" | "confidence"> {
  /** All targets have the same verdict. */
  readonly agree: boolean;
  /** One a target, in their order. */
  readonly cells: readonly MatrixCell[];
}

interface MatrixCell extends Pick<ReportedClause, "verdict" | "documented" | "observed" | "why"> {
  /** How many cases judged it. */
  readonly cases: number;
  readonly failures: readonly MatrixFailure[];
}

interface MatrixFailure {
  readonly case: string;
  readonly drive: Drive;
  readonly expected: string;
  readonly actual: string;
}

/** How a verdict looks: a mark that takes one column, and a word. */
export const verdictMarks = {
  pass: { mark: "✓", emoji: "✅", word: "pass" },
  fail: { mark: "✗", emoji: "❌", word: "fail" },
  indeterminate: { mark: "?", emoji: "❔", word: "not observed" },
  error: { mark: "!", emoji: "💥", word: "ec2-contract broke" },
  skip: { mark: "-", emoji: "➖", word: "skipped" },
  open: { mark: "o", emoji: "⚪", word: "open" },
  "not-run": { mark: "·", emoji: "·", word: "not run" },
} as const satisfies Readonly<
  Record<VerdictKind, { readonly mark: string; readonly emoji: string; readonly word: string }>
>;

export interface MatrixContext {
  /** The reports behind the matrix, in the order of its targets: for the exchanges. */
  readonly reports: readonly Report[];
  readonly colour: boolean;
  /** How wide a line of text may be. */
  readonly columns: number;
}

/** A matrix as text. Pure; a target's text in it is escaped. */
export type MatrixReporter = (matrix: Matrix, context: MatrixContext) => string;

/** The matrix of some reports of one contract. Pure. @param reports at least one. */
export function buildMatrix(reports: readonly [Report, ...Report[]]): Matrix {
  const [{ tool, contract, run }] = reports;
  const labels = labelsOf(reports);
  const columns = reports.map(cellsOf);
  const clauses = reports[0].clauses.map(({ id, area, level, text, confidence }) => {
    const cells = columns.map((column) => column.get(id) ?? notRun);
    const agree = new Set(cells.map(({ verdict }) => verdict)).size === 1;
    return { id, area, level, ...(confidence && { confidence }), text, agree, cells };
  });
  const targets = reports.map(({ target, run: facts, score }, index) => {
    const { id, startedAt, seconds, requests, drives, partial } = facts;
    const label = labels[index] ?? target.name;
    return { label, target, run: { id, startedAt, seconds, requests, drives, partial }, score };
  });
  return { schemaVersion: "1", tool, contract, authority: run.authority, targets, clauses };
}

const notRun: MatrixCell = { verdict: "not-run", documented: null, observed: null, cases: 0, failures: [] };

function cellsOf(report: Report): ReadonlyMap<string, MatrixCell> {
  const findings = findingsByClause(report);
  const cell = ({ id, verdict, documented, observed, why, cases }: ReportedClause): MatrixCell => {
    const failed = (findings.get(id) ?? []).filter((finding) => finding.verdict.verdict === "fail");
    const failures = failed.map(({ reported, verdict: { drive, expected = "", actual = "" } }): MatrixFailure => {
      return { case: reported.id, drive, expected, actual };
    });
    return { verdict, documented, observed, ...(why !== undefined && { why }), cases: cases.length, failures };
  };
  return new Map(report.clauses.map((clause) => [clause.id, cell(clause)]));
}

/** Name and version; numbered where that is not enough to tell two apart. */
function labelsOf(reports: readonly Report[]): readonly string[] {
  const taken = new Set<string>();
  return reports.map(({ target: { name, version } }) => {
    const label = version === undefined ? name : `${name} ${version}`;
    let unique = label;
    for (let number = 2; taken.has(unique); number++) unique = `${label} (${number})`;
    taken.add(unique);
    return unique;
  });
}
