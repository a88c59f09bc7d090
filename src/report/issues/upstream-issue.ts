import type { Cause } from "../../diagnose/diagnosis.ts";
import type { Contract } from "../../spec/contract.ts";
import { standing } from "../describe-clause.ts";
import { type Finding, findingsByClause, hasFailed, isBlocked, plannedExchanges } from "../findings.ts";
import { code, codeBlock, escapeMarkdown, link, wireBlock } from "../markdown/markdown-text.ts";
import type { Report } from "../report.ts";

/** So many sources are quoted. */
const quoted = 6;
/** So many requests of a case are quoted. */
const shown = 6;

/** What is known beside the report. */
export interface UpstreamFacts {
  /** Whether what fails in a case is this cause's doing; such a case is the example, where there is one. */
  readonly belongs?: (place: { readonly case: string; readonly clause: string }) => boolean;
  /** A test for the target's own suite, and the file that it is in. */
  readonly test?: { readonly file: string; readonly text: string };
}

/**
 * A bug report about one cause, ready to file with the authors of a target, in Markdown; its first line is the title. Pure.
 */
export function upstreamIssue(
  report: Report,
  cause: Cause,
  contract: Contract,
  { belongs = () => true, test }: UpstreamFacts = {},
): string {
  const { target, run } = report;
  const name = `${target.name}${target.version === undefined ? "" : ` ${target.version}`}`;
  const found = smallest(report, cause, belongs);
  return `# ${report.contract.action}: ${escapeMarkdown(cause.title)}

Seen in ${escapeMarkdown(name)} on ${run.startedAt.slice(0, 10)}. ${escapeMarkdown(cause.advice, 1000)}

## What EC2 does

${cause.clauses.map((id) => clauseLine(report, id)).join("\n")}

${sourcesOf(cause, contract)}

${found === undefined ? "" : `${exampleOf(report, found)}\n`}
${test === undefined ? "" : `${testOf(test)}\n\n`}${seenBefore(report, cause)}Found by \`ec2-contract\`. This tells when it is mended:

${codeBlock("sh", `ec2-contract test ${target.endpoint} ${cause.clauses.map((id) => `--only ${id}`).join(" ")}`)}
`;
}

function seenBefore({ target }: Report, { knownFrom }: Cause): string {
  if (knownFrom === undefined || (knownFrom.link === undefined && knownFrom.emulator === target.name)) return "";
  const where = knownFrom.link === undefined ? "" : `: ${link(knownFrom.link, knownFrom.link)}`;
  return `The same was seen in ${escapeMarkdown(knownFrom.emulator)}${where}\n\n`;
}

function clauseLine(report: Report, id: string): string {
  const clause = report.clauses.find((one) => one.id === id);
  return clause === undefined ? `- ${id}` : `- ${escapeMarkdown(clause.text, 1000)} (${id}, ${standing(clause)})`;
}

/** The sentences that the clauses rest on, each once. */
function sourcesOf({ clauses }: Cause, contract: Contract): string {
  const grounds = clauses.flatMap((id) => contract.clauses.get(id) ?? []);
  const ids = grounds.flatMap(({ documented, observed }) =>
    [documented, observed].flatMap((one) => one?.sources ?? []),
  );
  const sources = [...new Set(ids)].flatMap((id) => contract.sources.get(id) ?? []);
  const inferred = grounds.flatMap((clause) => clause.inferred ?? []);
  const more = sources.length - quoted;
  return [
    ...sources
      .slice(0, quoted)
      .map(
        ({ title, url, date, quote }) =>
          `> “${escapeMarkdown(quote, 500)}” (${link(title, url)}, ${escapeMarkdown(date)})`,
      ),
    ...(more > 0 ? [`> … and ${more} more: \`ec2-contract explain ${clauses[0]}\`.`] : []),
    ...inferred.map((why) => `> Inferred: ${escapeMarkdown(why, 500)}`),
  ].join("\n>\n");
}

/** The case with the fewest requests that has commands to paste, else any. */
function smallest(
  report: Report,
  { clauses }: Cause,
  belongs: NonNullable<UpstreamFacts["belongs"]>,
): Finding | undefined {
  const findings = findingsByClause(report);
  const red = clauses
    .flatMap((id) => findings.get(id) ?? [])
    .filter(({ reported, verdict }) => reported.random === undefined && (hasFailed(verdict) || isBlocked(verdict)));
  const size = ({ reported, verdict }: Finding): number =>
    plannedExchanges(reported, verdict.drive).length +
    (reported.repro.curl === null ? 1000 : 0) +
    (hasFailed(verdict) ? 0 : 100_000) +
    (belongs({ case: reported.id, clause: verdict.clause }) ? 0 : 10_000);
  return red.toSorted((one, other) => size(one) - size(other))[0];
}

function testOf({ file, text }: NonNullable<UpstreamFacts["test"]>): string {
  return `As a test for pytest, \`${file}\`:\n\n${codeBlock("python", text.trimEnd())}`;
}

function exampleOf({ target }: Report, { reported, verdict }: Finding): string {
  const { curl, aws } = reported.repro;
  const exchanges = plannedExchanges(reported, verdict.drive).slice(0, shown);
  return [
    `## The smallest example: ${escapeMarkdown(reported.title)}`,
    `| | |\n| --- | --- |\n| expected | ${code(verdict.expected ?? "")} |\n| ${escapeMarkdown(target.name)} | ${code(verdict.actual ?? "")} |`,
    ...exchanges.map(wireBlock),
    ...(curl === null ? [] : ["With curl:", codeBlock("sh", curl)]),
    ...(aws === null ? [] : ["With the AWS CLI:", codeBlock("sh", aws)]),
  ].join("\n\n");
}
