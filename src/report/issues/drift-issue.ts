import type { Exchange } from "../../model.ts";
import type { Contract } from "../../spec/contract.ts";
import { tellingExchange } from "../findings.ts";
import { code, escapeMarkdown, link, wireBlock } from "../markdown/markdown-text.ts";
import type { Drift, Report } from "../report.ts";

/**
 * The text of an issue about one clause that was red twice, in Markdown. Its first line is the title, the same for the same
 * clause on every night: whoever files it finds the issue that is open already. Pure.
 * @param green the report of the last run that was green.
 */
export function issueOf(report: Report, drift: Drift, contract: Contract, green?: Report): string {
  const clause = contract.clauses.get(drift.clause);
  const { target, run } = report;
  const sources = [clause?.documented, clause?.observed]
    .flatMap((grounds) => grounds?.sources ?? [])
    .flatMap((id) => contract.sources.get(id) ?? []);
  const version = target.version === undefined ? "" : ` ${target.version}`;
  return `# ${report.contract.action} drifts: ${drift.clause}

${escapeMarkdown(clause?.text ?? "", 1000)}

${code(`${target.name}${version}`)} did otherwise twice on ${run.startedAt.slice(0, 10)} in ${code(run.regions.join(", "))}, the second time on fresh keys
(run ${code(run.id)}, ${code(target.endpoint)}).

${[...new Set(drift.exchanges.map((one) => one.case))].map((id) => ofCase(report, drift, id, green)).join("\n\n")}

## Why it is expected

${sources.length === 0 ? escapeMarkdown(clause?.inferred ?? "The contract gives no source.") : sources.map(({ title, url, date, quote }) => `- ${link(title, url)} (${date}): “${escapeMarkdown(quote, 600)}”`).join("\n")}

\`ec2-contract explain ${drift.clause}\` says more. If AWS has changed, change the clause and its grounds;
\`ec2-contract evidence REPORT\` prints what to paste.
`;
}

function ofCase(report: Report, drift: Drift, id: string, green: Report | undefined): string {
  const reported = report.cases.find((one) => one.id === id);
  const verdict = reported?.verdicts.find((one) => one.clause === drift.clause && one.verdict === "fail");
  const captures = drift.exchanges.filter((one) => one.case === id);
  const before = green?.cases.find((one) => one.id === id);
  const wasGreen = before?.verdicts.some((one) => one.clause === drift.clause && one.verdict === "pass");
  const last = before && verdict && wasGreen ? tellingExchange(before, verdict.drive) : undefined;
  return [
    `## Case ${id}: ${escapeMarkdown(reported?.title ?? "")}`,
    `| | |\n| --- | --- |\n| expected | ${code(verdict?.expected ?? "")} |\n| got | ${code(verdict?.actual ?? "")} |`,
    ...captures.map(({ capture, exchange }) => wire(capture === 1 ? "First time" : "Second time", exchange)),
    ...(green === undefined ? [] : [lastGreen(green, last)]),
  ].join("\n\n");
}

function lastGreen(green: Report, last: Exchange | undefined): string {
  const day = green.run.startedAt.slice(0, 10);
  return last === undefined
    ? `The last green run, of ${day}, has no green exchange of this case.`
    : wire(`Last green run, ${day}`, last);
}

function wire(title: string, exchange: Exchange): string {
  return `### ${title}${exchange.sentAt === undefined ? "" : `, ${exchange.sentAt}`}\n\n${wireBlock(exchange)}`;
}
