import { escapeMarkdown, row } from "../src/report/markdown/markdown-text.ts";
import { buildMatrix, type Matrix, verdictMarks } from "../src/report/matrix/matrix.ts";
import type { Report } from "../src/report/report.ts";
import { percent } from "../src/report/score.ts";

type Reports = readonly [Report, ...Report[]];

/** docs/emulators.md: every clause that is judged, by every emulator. Pure. */
export function emulatorsPage(reports: Reports): string {
  const matrix = buildMatrix(reports);
  const judged = matrix.clauses.filter(({ cells }) =>
    cells.some(({ verdict }) => verdict === "pass" || verdict === "fail"),
  );
  const areas = [...Map.groupBy(judged, ({ area }) => area)].map(([area, clauses]) => table(matrix, area, clauses));
  return `# Emulators

Made by \`npm run measure:emulators\` from real runs: do not edit. ${legend()} LocalStack and LocalEmu answer with moto's key
pairs, so the three are one implementation and not three.

${emulatorsSummary(reports)}
What each clause says, and on which grounds: [clauses.md](clauses.md). What an emulator does instead, with the exchange and
a command to repeat it: run the suite against it.

${areas.join("\n")}`;
}

/** The summary: a line an emulator. Pure. */
export function emulatorsSummary(reports: Reports): string {
  const rows = reports.map(({ target, score, run }) => {
    const name = `${target.name === "mock" ? "the reference" : target.name} ${target.version ?? ""}`.trim();
    const fails = (["must", "should"] as const).map((level) => String(score[level].fail));
    return row(
      escapeMarkdown(name),
      percent(score.divergence),
      percent(score.coverage),
      ...fails,
      run.startedAt.slice(0, 10),
    );
  });
  const head = row("target", "divergence", "coverage", "musts that fail", "shoulds that fail", "run");
  return `${[head, row("---", "--:", "--:", "--:", "--:", "---"), ...rows].join("\n")}\n\n`;
}

function table({ targets }: Matrix, area: string, clauses: Matrix["clauses"]): string {
  const head = row(
    "clause",
    "level",
    "",
    ...targets.map(({ label }) => escapeMarkdown(label === "mock" ? "reference" : label)),
  );
  const rule = row("---", "---", "---", ...targets.map(() => ":-:"));
  const rows = clauses.map(({ id, level, text, cells }) =>
    row(
      `[${id}](clauses.md#${id})`,
      level,
      escapeMarkdown(text),
      ...cells.map(({ verdict }) => verdictMarks[verdict].emoji),
    ),
  );
  return `## ${area}\n\n${[head, rule, ...rows].join("\n")}\n`;
}

function legend(): string {
  const told = (["pass", "fail", "indeterminate", "skip", "not-run"] as const).map(
    (kind) => `${verdictMarks[kind].emoji} ${verdictMarks[kind].word}`,
  );
  return `${told.join(", ")}.`;
}
