import type { KnownOutcome } from "../../known/match-known.ts";
import { entriesToPaste } from "../../known/update-known.ts";
import type { Exchange } from "../../model.ts";
import { oneLine, printable } from "../escape.ts";
import { type Finding, tellingExchange } from "../findings.ts";
import { replayOption } from "../random-results.ts";
import type { Report, ReportedCase, ReportedClause } from "../report.ts";
import type { ReporterContext } from "../reporter.ts";
import { code, codeBlock, escapeMarkdown, link } from "./markdown-text.ts";

/** More failing cases than this are counted, not named. */
const mostCases = 20;
/** Characters of a body. */
const bodyLength = 2000;

/** What folds out under a failing clause: its grounds, its cases, and of the first one the wire and a repro. */
export function markdownDetail(
  report: Report,
  clause: ReportedClause,
  findings: readonly Finding[],
  { contract }: ReporterContext,
): string {
  const same = findings.filter(({ verdict }) => verdict.verdict === clause.verdict);
  const [first] = same;
  const summary = `<details><summary>${code(clause.id)} ${escapeMarkdown(clause.text)}</summary>`;
  const end = "</details>\n";
  if (first === undefined) return [summary, "", code(clause.why ?? ""), "", end].join("\n");
  const { reported, verdict } = first;
  return [
    summary,
    "",
    ...grounds(clause, contract),
    `- case ${code(reported.id)}: ${code(reported.title)} · ${verdict.drive}`,
    ...(replayOption(reported) === undefined ? [] : [`- again: ${code(replayOption(reported) ?? "")}`]),
    ...others(same, reported.id),
    ...disagreement(reported, clause),
    "",
    ...wire(tellingExchange(reported, verdict.drive)),
    ...repro(reported, report),
    end,
  ].join("\n");
}

function grounds(
  { grounds: given, documented, observed }: ReportedClause,
  contract: ReporterContext["contract"],
): string[] {
  const line = (name: string, verdict: string | null, ids: readonly string[]): string => {
    const sources = ids.flatMap((id) => contract.sources.get(id) ?? []).map(({ title, url }) => link(title, url));
    return `- ${name}${verdict === null ? "" : `: ${verdict}`}${sources.length === 0 ? "" : ` · ${sources.join(", ")}`}`;
  };
  return [
    ...(given.documented ? [line("documented", documented, given.documented.sources)] : []),
    ...(given.observed ? [line("observed", observed, given.observed.sources)] : []),
    ...(given.inferred === undefined ? [] : [`- inferred: ${escapeMarkdown(given.inferred, 1000)}`]),
  ];
}

function others(same: readonly Finding[], first: string): string[] {
  const ids = [...new Set(same.map(({ reported }) => reported.id))].filter((id) => id !== first);
  if (ids.length === 0) return [];
  const more = ids.length > mostCases ? ` and ${ids.length - mostCases} more` : "";
  return [
    `- also ${ids
      .slice(0, mostCases)
      .map((id) => code(id))
      .join(", ")}${more}`,
  ];
}

function disagreement({ disagreements }: ReportedCase, { id }: ReportedClause): string[] {
  const found = disagreements.find(({ clause }) => clause === id);
  return found === undefined
    ? []
    : [`- raw ${found.raw}, sdk ${found.sdk}: the ${found.fault}'s doing, ${code(found.why)}`];
}

function wire(exchange: Exchange | undefined): string[] {
  if (exchange === undefined) return [];
  const { request, response, trouble } = exchange;
  const answer =
    response === undefined
      ? [`< ${oneLine(trouble?.why ?? "no answer")}`]
      : [
          `< ${response.status} ${oneLine(response.headers["content-type"] ?? "", 100)}`,
          `< ${oneLine(response.body, bodyLength)}`,
        ];
  const lines = [`> ${request.method} ${oneLine(request.url)}`, `> ${oneLine(request.body, bodyLength)}`, ...answer];
  return [codeBlock("http", lines.join("\n")), ""];
}

function repro({ id, repro: { curl, aws } }: ReportedCase, { target }: Report): string[] {
  const commands = [curl, aws].filter((command) => command !== null);
  if (commands.length > 0) return [codeBlock("sh", commands.join("\n\n")), ""];
  return [`Only ec2-contract can say it: ${code(`ec2-contract test ${printable(target.name)} --only ${id}`)}`, ""];
}

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
