import { oneLine } from "./escape.ts";
import type { RunFacts } from "./report.ts";

type Left = Pick<RunFacts, "leftovers" | "leftoversUnknown">;

/** So many names are shown where a person reads them; a JSON report and standard error have all. */
const shown = 20;

/** What is left at the target, as a sentence before its names; undefined for a target that was seen to be clean. */
export function leftoversSentence({ leftovers, leftoversUnknown }: Left): string | undefined {
  if (leftoversUnknown !== undefined) {
    const may = leftovers.length === 0 ? "" : " May be left";
    return `Not known what is left at the target (${oneLine(leftoversUnknown)}).${may}`;
  }
  return leftovers.length === 0 ? undefined : "Left behind at the target";
}

/** The first names, each as the format has it, and how many more there are. */
export function leftoverNames<T>(names: readonly string[], format: (name: string) => T): { names: T[]; more: string } {
  const more = names.length > shown ? ` and ${names.length - shown} more` : "";
  return { names: names.slice(0, shown).map(format), more };
}

/** The same for standard error, a name a line; empty for a clean target. */
export function leftoversNotice(left: Left): string {
  const sentence = leftoversSentence(left);
  if (sentence === undefined) return "";
  const names = left.leftovers.map((name) => `  ${oneLine(name)}\n`);
  return `${sentence}${names.length > 0 ? ":" : ""}\n${names.join("")}`;
}
