import { causesSentence, knownWords } from "./cause-words.ts";
import { oneLine } from "./escape.ts";
import type { Report } from "./report.ts";

type Style = (format: "bold" | "dim" | "yellow", text: string) => string;

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
      ...(knownFrom === undefined ? [] : [`      ${"known".padEnd(9)} ${style("dim", knownWords(knownFrom))}`]),
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
