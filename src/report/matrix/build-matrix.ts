import { findingsByClause } from "../findings.ts";
import type { Report, ReportedClause } from "../report.ts";
import type { Matrix, MatrixCell, MatrixFailure } from "./matrix.ts";

/** The matrix of some reports of one contract. Pure. @param reports at least one. */
export function buildMatrix(reports: readonly [Report, ...Report[]]): Matrix {
  const [{ tool, contract, run }] = reports;
  const labels = labelsOf(reports);
  const columns = reports.map(cellsOf);
  const clauses = reports[0].clauses.map(({ id, area, level, text }) => {
    const cells = columns.map((column) => column.get(id) ?? notRun);
    return { id, area, level, text, agree: new Set(cells.map(({ verdict }) => verdict)).size === 1, cells };
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
