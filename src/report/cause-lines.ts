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

/** How far the causes go. */
function causesSentence({ causes = [], unexplained = [] }: Pick<Report, "causes" | "unexplained">): string {
  if (causes.length === 0) return "No known cause explains what fails";
  return `${counted(causes.length, "cause")} ${causes.length === 1 ? "explains" : "explain"} ${unexplained.length === 0 ? "all that fails" : "most of what fails"}`;
}

/** What no known fault explains. */
function unexplainedWords(unexplained: NonNullable<Report["unexplained"]>): string {
  const clauses = unexplained.map(({ clause, cases }) => `${oneLine(clause, 20)} (${counted(cases.length, "case")})`);
  return `not explained by anything known: ${clauses.join(", ")}`;
}

/** Who had the same bug. */
function knownWords({ emulator, link }: NonNullable<NonNullable<Report["causes"]>[number]["knownFrom"]>): string {
  return `a bug that ${oneLine(emulator, 60)} had${link === undefined ? "" : `: ${oneLine(link)}`}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
