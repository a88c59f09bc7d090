import type { KnownOutcome } from "../known/match-known.ts";
import { entriesToPaste } from "../known/update-known.ts";
import type { Report } from "./report.ts";

type Style = (format: "red" | "green", text: string) => string;

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
