import { styleText } from "node:util";
import type { VerdictKind } from "../../model.ts";
import { oneLine } from "../escape.ts";
import { percent } from "../score.ts";
import { type Matrix, type MatrixClause, type MatrixContext, type MatrixReporter, verdictMarks } from "./matrix.ts";

type Style = (format: "bold" | "dim" | "red" | "green" | "yellow", text: string) => string;

/** For a terminal: a line a clause, a letter a target, and at the end what the letters and marks mean. */
/** In which column the marks begin, behind id, level and confidence. */
const marksAt = 23;

export const matrixText: MatrixReporter = (matrix, { colour, columns }) => {
  const style: Style = (format, text) => (colour ? styleText(format, text, { validateStream: false }) : text);
  const ran = matrix.clauses.filter(({ cells }) => cells.some(({ verdict }) => verdict !== "not-run"));
  const areas = [...Map.groupBy(ran, ({ area }) => area)].flatMap(([area, clauses]) => [
    `${style("bold", area.padEnd(marksAt))}${matrix.targets.map((_, index) => letter(index)).join(" ")}`,
    ...clauses.map((clause) => line(clause, columns, style)),
    "",
  ]);
  return `${[...areas, ...summary(matrix, matrix.clauses.length - ran.length, columns, style)].join("\n")}\n`;
};

function line(
  { id, level, confidence, text, cells }: MatrixClause,
  columns: MatrixContext["columns"],
  style: Style,
): string {
  const width = marksAt + cells.length * 2;
  const marks = cells.map(({ verdict }) => coloured(verdict, verdictMarks[verdict].mark, style)).join(" ");
  const sentence = columns - width > 8 ? ` ${oneLine(text, columns - width)}` : "";
  return `  ${id} ${level.padEnd(6)} ${(confidence ?? "").padEnd(8)} ${marks}${sentence}`;
}

function coloured(verdict: VerdictKind, mark: string, style: Style): string {
  if (verdict === "pass") return style("green", mark);
  if (verdict === "fail" || verdict === "error") return style("red", mark);
  return verdict === "indeterminate" ? style("yellow", mark) : style("dim", mark);
}

function summary(
  { targets, clauses, contract, authority }: Matrix,
  unrun: number,
  columns: number,
  style: Style,
): string[] {
  const seen = new Set(clauses.flatMap(({ cells }) => cells.map(({ verdict }) => verdict)));
  const legend = (Object.keys(verdictMarks) as VerdictKind[])
    .filter((verdict) => seen.has(verdict))
    .map((verdict) => `${verdictMarks[verdict].mark} ${verdictMarks[verdict].word}`);
  const scores = targets.map(({ score, run }) => {
    const partial = run.partial ? ", stopped before its end" : "";
    return `coverage ${percent(score.coverage)} · divergence ${percent(score.divergence)}${partial}`;
  });
  const room = Math.max(12, columns - 5 - Math.max(...scores.map(({ length }) => length)));
  const labels = targets.map(({ label }) => oneLine(label, room));
  const wide = Math.max(...labels.map(({ length }) => length));
  const differing = clauses.filter(({ agree }) => !agree).length;
  return [
    style("bold", `${contract.action} · ${clauses.length} clauses · authority ${authority}`),
    ...labels.map((label, index) => `  ${letter(index)} ${label.padEnd(wide)}  ${scores[index] ?? ""}`),
    `  ${legend.join("  ")}`,
    ...(targets.length > 1 ? [`  the targets differ on ${differing} clauses`] : []),
    ...(unrun > 0 ? [`  ${unrun} clauses were run on none of them`] : []),
  ];
}

/** A, B, …; then a, b, …; nobody compares more than 52. */
function letter(index: number): string {
  return "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"[index] ?? "*";
}
