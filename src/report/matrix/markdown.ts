import { standing } from "../describe-clause.ts";
import { type Budget, budget, code, escapeMarkdown, row, summaryLimit } from "../markdown/markdown-text.ts";
import { percent } from "../score.ts";
import { type Matrix, type MatrixClause, type MatrixReporter, verdictMarks } from "./matrix.ts";

/** Failures of one target that stand under a clause. */
const mostFailures = 3;

/** For GitHub: the targets with their scores, a table an area, and under each what the targets did instead. */
export const matrixMarkdown: MatrixReporter = (matrix) => {
  const page = budget(summaryLimit);
  page.must(head(matrix));
  const ran = matrix.clauses.filter(({ cells }) => cells.some(({ verdict }) => verdict !== "not-run"));
  const areas = [...Map.groupBy(ran, ({ area }) => area)];
  const left = areas.reduce((sum, [area, clauses]) => sum + table(page, matrix, area, clauses), 0);
  const details = ran.map((clause) => detail(matrix, clause)).filter((text) => text !== "");
  page.must("## What they do instead\n");
  const first = details.findIndex((text) => !page.add(text));
  const undetailed = first === -1 ? 0 : details.length - first;
  if (details.length === 0) page.must("Nothing: no clause fails.");
  if (left + undetailed > 0)
    page.must(
      `\n> **Left out**, as GitHub shows no summary of more than 1 MB: the rows of ${left} clauses, and what is done instead of ${undetailed}. All of it is in \`--reporter json=FILE\`.`,
    );
  return page.text();
};

function head({ contract, authority, targets, clauses }: Matrix): string {
  const rows = targets.map(({ label, target, score, run }) =>
    row(
      code(label, 100),
      percent(score.coverage),
      percent(score.divergence),
      ...(["must", "should", "may"] as const).map((level) => `${score[level].fail}`),
      `${run.startedAt.slice(0, 10)}${run.partial ? ", stopped before its end" : ""}`,
      code(target.endpoint, 100),
    ),
  );
  const heads = row("target", "coverage", "divergence", "must fail", "should fail", "may fail", "run", "endpoint");
  return `# ${escapeMarkdown(contract.action)}: ${targets.length} targets, ${clauses.length} clauses

${[heads, row("---", ...Array(5).fill("--:"), "---", "---"), ...rows].join("\n")}

Authority: ${authority}. ${legend()}
`;
}

function legend(): string {
  return `${Object.values(verdictMarks)
    .map(({ emoji, word }) => `${emoji} ${word}`)
    .join(", ")}.`;
}

/** @returns how many rows there was no room for. */
function table(page: Budget, { targets }: Matrix, area: string, clauses: readonly MatrixClause[]): number {
  const heads = row("clause", "level", "", ...targets.map(({ label }) => code(label, 60)));
  const rule = row("---", "---", "---", ...targets.map(() => ":-:"));
  const lines = clauses.map((clause) =>
    row(
      code(clause.id),
      standing(clause),
      escapeMarkdown(clause.text),
      ...clause.cells.map(({ verdict }) => verdictMarks[verdict].emoji),
    ),
  );
  const top = `## ${area}\n\n${heads}\n${rule}`;
  const missing = lines.findIndex((line, index) => !page.add(index === 0 ? `${top}\n${line}` : line));
  page.must("");
  return missing === -1 ? 0 : lines.length - missing;
}

function detail({ targets }: Matrix, { id, text, cells }: MatrixClause): string {
  const lines = cells.flatMap(({ failures, verdict, why }, index) => {
    const label = code(targets[index]?.label ?? "", 60);
    if (verdict !== "fail" && verdict !== "error") return [];
    if (failures.length === 0) return [`- ${label}: ${code(why ?? "")}`];
    const more = failures.length > mostFailures ? [`- ${label}: ${failures.length - mostFailures} more`] : [];
    return [
      ...failures
        .slice(0, mostFailures)
        .map(
          (one) =>
            `- ${label}, ${code(one.case)} ${one.drive}: expected ${code(one.expected)}, was ${code(one.actual)}`,
        ),
      ...more,
    ];
  });
  if (lines.length === 0) return "";
  return `<details><summary>${code(id)} ${escapeMarkdown(text)}</summary>\n\n${lines.join("\n")}\n\n</details>\n`;
}
