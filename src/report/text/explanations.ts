import type { KnownOutcome } from "../../known/match-known.ts";
import { entriesToPaste } from "../../known/update-known.ts";
import { causesSentence, sameBugWords } from "../cause-words.ts";
import { oneLine } from "../escape.ts";
import type { Report } from "../report.ts";

type Style = (format: "bold" | "dim" | "yellow" | "red" | "green", text: string) => string;

/** So many causes are told in full. */
const told = 25;

/** Why a run is red, for a person at a terminal: one cause after another, those that explain most first. */
export function causeLines({ causes = [], unexplained = [] }: Report, style: Style): string[] {
  if (causes.length + unexplained.length === 0) return [];
  const lines = causes
    .slice(0, told)
    .flatMap(({ title, advice, clauses, cases, knownFrom }, index) => [
      `  ${`${index + 1}.`.padStart(3)} ${style("bold", oneLine(title, 400))}`,
      `      ${"clauses".padEnd(9)} ${clauses.map((id) => oneLine(id, 20)).join(" ")}${style("dim", ` · ${counted(cases, "case")}`)}`,
      `      ${"change".padEnd(9)} ${oneLine(advice, 400)}`,
      ...(knownFrom === undefined ? [] : [`      ${"known".padEnd(9)} ${style("dim", sameBugWords(knownFrom))}`]),
    ]);
  return [
    style("bold", causesSentence({ causes, unexplained })),
    ...lines,
    ...(causes.length > told ? [style("dim", `  … and ${causes.length - told} more`)] : []),
    ...(unexplained.length === 0 ? [] : [style("yellow", `  ${unexplainedWords(unexplained)}`)]),
    "",
  ];
}

/** What no known fault explains. */
function unexplainedWords(unexplained: NonNullable<Report["unexplained"]>): string {
  const clauses = unexplained.map(({ clause, cases }) => `${oneLine(clause, 20)} (${counted(cases.length, "case")})`);
  return `not explained by anything known: ${clauses.join(", ")}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** How a run compares with the list of known deviations, and what to add to it. */
export function knownLines(report: Report, known: KnownOutcome, style: Style): string[] {
  const { unlisted, stale, overdue, matched, exact } = known;
  return [
    `  known deviations: ${matched} clauses deviate as listed${exact ? style("green", ", and nothing else does") : ""}`,
    ...stale.map(({ entry, why }) => style("red", `  ${entry.clause} is listed, but ${why}: remove it, or its case`)),
    ...overdue.map(({ clause, review }) =>
      style("red", `  ${clause} was to be reviewed by ${review}: look at it again, and set a new date`),
    ),
    ...(unlisted.length === 0
      ? []
      : [
          style("red", `  ${unlisted.length} deviations are not listed; to accept them, add:`),
          entriesToPaste(report, unlisted),
        ]),
  ];
}
