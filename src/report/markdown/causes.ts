import { causesSentence, sameBugWords } from "../cause-words.ts";
import type { Report } from "../report.ts";
import { code, escapeMarkdown, link } from "./markdown-text.ts";

/** So many causes are listed. */
const listed = 40;

/** Why the run is red, as a list; nothing where nothing fails. */
export function markdownCauses({ causes = [], unexplained = [] }: Report): string {
  if (causes.length + unexplained.length === 0) return "";
  const items = causes.slice(0, listed).map(({ title, advice, clauses, cases, knownFrom }, index) => {
    const known =
      knownFrom === undefined ? "" : ` · ${link(sameBugWords({ emulator: knownFrom.emulator }), knownFrom.link)}`;
    return `${index + 1}. **${escapeMarkdown(title, 600)}** ${escapeMarkdown(advice, 600)}<br>${clauses.map((id) => code(id, 20)).join(" ")} · ${cases} ${cases === 1 ? "case" : "cases"}${known}`;
  });
  const rest = [
    ...(causes.length > listed ? [`… and ${causes.length - listed} more.`] : []),
    ...(unexplained.length === 0
      ? []
      : [`Not explained by anything known: ${unexplained.map(({ clause }) => code(clause, 20)).join(" ")}`]),
  ];
  return `### Causes\n\n${causesSentence({ causes, unexplained })}.\n\n${[items.join("\n"), ...rest].join("\n\n")}\n`;
}
