import { entriesToPaste } from "../known/entries-to-paste.ts";
import type { KnownOutcome } from "../known/match-known.ts";
import { code, codeBlock } from "./markdown-text.ts";
import type { Report } from "./report.ts";

/** More of a kind than this are counted. */
const most = 100;
/** Characters of the entries to paste: with many cases each they would fill a summary by themselves. */
const longest = 100_000;

/** How the run compares with the known deviations, with the entries to paste for what they don't list. */
export function markdownKnown(report: Report, { exact, matched, unlisted, stale, overdue }: KnownOutcome): string {
  const paste = entriesToPaste(report, unlisted.slice(0, most));
  const lines = [
    `- ${matched} ${matched === 1 ? "clause deviates" : "clauses deviate"} as listed${exact ? ", and nothing else does" : ""}`,
    ...limited(stale, ({ entry, why }) => `${code(entry.clause)} is listed, but ${code(why)}: remove it, or its case`),
    ...limited(overdue, ({ clause, review }) => `${code(clause)} was to be reviewed by ${code(review)}`),
    ...(unlisted.length > 0 ? [`- ${unlisted.length} not listed; to accept them, add:`] : []),
  ];
  const fits = paste.length <= longest;
  const entries = unlisted.length === 0 || !fits ? [] : ["", codeBlock("yaml", paste), ""];
  const more =
    unlisted.length > most || !fits ? ["", "There are too many to show: `--update-known` writes them all.", ""] : [];
  return ["### Known deviations", "", ...lines, ...entries, ...more, ""].join("\n");
}

function limited<T>(items: readonly T[], line: (item: T) => string): string[] {
  const more = items.length > most ? [`- … and ${items.length - most} more`] : [];
  return [...items.slice(0, most).map((item) => `- ${line(item)}`), ...more];
}
