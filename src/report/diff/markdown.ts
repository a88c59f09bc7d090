import type { VerdictKind } from "../../model.ts";
import { budget, code, escapeMarkdown, row, summaryLimit } from "../markdown/markdown-text.ts";
import { percent } from "../score.ts";
import {
  type CaseChange,
  type ChangeKind,
  type ClauseChange,
  caveats,
  changeKinds,
  changeWords,
  countsInWords,
  type Difference,
  type Side,
} from "./difference.ts";

/** Changed cases of a clause that are shown; the rest is counted. */
const mostCases = 10;

/** For a pull request or a job summary: a section a kind of change, a table an area. */
export function diffMarkdown(difference: Difference): string {
  const page = budget(summaryLimit);
  page.must(head(difference));
  let left = 0;
  for (const kind of changeKinds) {
    const changes = difference.clauses.filter((change) => change.kind === kind);
    for (const block of section(kind, changes)) if (!page.add(block)) left++;
  }
  if (left > 0)
    page.must(
      `> **Left out**, as GitHub shows no summary of more than 1 MB: ${left} areas. All of it is in \`--reporter json=FILE\`.`,
    );
  return page.text();
}

function head(difference: Difference): string {
  const { regressions, old, new: now } = difference;
  const mind = caveats(difference).map((caveat) => `> Mind: ${caveat}.`);
  return `## ${regressions.length > 0 ? "❌" : "✅"} ${escapeMarkdown(now.contract.action)}: ${countsInWords(difference)}

${[row("", "target", "run", "coverage", "divergence"), row(...Array(5).fill("---")), sideRow("old", old), sideRow("new", now)].join("\n")}
${mind.length === 0 ? "" : `\n${mind.join("\n")}\n`}`;
}

function sideRow(name: string, { target, run, score }: Side): string {
  const label = [target.name, ...(target.version === undefined ? [] : [target.version])].join(" ");
  return row(name, code(label, 100), escapeMarkdown(run.startedAt), percent(score.coverage), percent(score.divergence));
}

/** The heading, then a block an area. */
function section(kind: ChangeKind, changes: readonly ClauseChange[]): readonly string[] {
  if (changes.length === 0) return [];
  const blocks = [...Map.groupBy(changes, ({ area }) => area)].map(([area, members]) => {
    const top = [row(area, "level", "", "old", "new", "cases"), row(...Array(6).fill("---"))];
    return `${[...top, ...members.map(changeRow)].join("\n")}\n`;
  });
  const [first = "", ...rest] = blocks;
  return [`### ${sentence(changeWords[kind].words)}\n\n${first}`, ...rest];
}

function changeRow({ id, level, text, regression, old, new: now, cases }: ClauseChange): string {
  const shown = cases.slice(0, mostCases).map(caseCell);
  const more = cases.length > mostCases ? [`and ${cases.length - mostCases} more`] : [];
  return row(
    code(id),
    level,
    escapeMarkdown(text),
    word(old),
    regression ? `**${word(now)}**` : word(now),
    [...shown, ...more].join("<br>"),
  );
}

function caseCell({ id, drive, old, new: now, expected, actual }: CaseChange): string {
  const finding = expected === undefined ? "" : `, expected ${code(expected, 120)}, was ${code(actual ?? "", 120)}`;
  return `${code(id)} ${drive}: ${word(old)} → ${word(now)}${finding}`;
}

function word(verdict: VerdictKind | null): string {
  return verdict ?? "none";
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
