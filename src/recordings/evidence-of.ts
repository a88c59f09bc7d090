import { stringify } from "yaml";
import { UsageError } from "../errors.ts";
import type { Clause, Exchange } from "../model.ts";
import { oneLine } from "../report/escape.ts";
import { type Finding, findingsByClause, tellingExchange } from "../report/findings.ts";
import type { Report } from "../report/report.ts";
import type { Contract } from "../spec/contract.ts";
import { isOpen } from "../spec/grounds.ts";
import { isRealAws } from "../target/aws/is-real-aws.ts";

/** So much of an answer is quoted. */
const longestQuote = 400;

/**
 * What AWS answered to the clauses that nobody is sure of, as the entries that a person may paste into `spec/`. Pure; empty
 * where the run answered none of them.
 * @throws {UsageError} for a run of another target than AWS, or of AWS at an address that is not its own.
 */
export function evidenceOf(contract: Contract, report: Report): string {
  const { name, endpoint } = report.target;
  if (name !== "aws" || !isRealAws(new URL(endpoint).hostname)) {
    throw new UsageError(
      `Failed to take evidence from a run of ${oneLine(name)} at ${oneLine(endpoint)}: only what the real AWS answers tells what AWS does. Name the report of "ec2-contract test aws".`,
    );
  }
  const findings = findingsByClause(report);
  return [...contract.clauses.values()]
    .flatMap((clause) => {
      const doubt = doubtOf(clause);
      return doubt === undefined ? [] : [entryOf(contract, report, clause, doubt, findings.get(clause.id) ?? [])];
    })
    .filter((entry) => entry !== "")
    .join("\n");
}

/** Why a clause wants evidence; undefined where it has enough. */
function doubtOf(clause: Clause): string | undefined {
  const { documented, observed } = clause;
  if (isOpen(clause)) return "open";
  if (observed?.sibling) return "seen on another action only";
  if (documented === undefined && observed === undefined) return "inferred";
  const differ = documented?.expect !== undefined || observed?.expect !== undefined;
  return documented && observed && differ ? "disputed" : undefined;
}

function entryOf(
  contract: Contract,
  report: Report,
  clause: Clause,
  doubt: string,
  findings: readonly Finding[],
): string {
  const date = report.run.startedAt.slice(0, 10);
  const answers = findings.flatMap(({ reported, verdict }) => {
    const told = ["pass", "fail", "open"].includes(verdict.verdict);
    const exchange = told ? tellingExchange(reported, verdict.drive) : undefined;
    return exchange?.response === undefined ? [] : [{ reported, verdict, exchange, response: exchange.response }];
  });
  if (answers.length === 0) return "";
  const sources = answers.map(({ reported, verdict: { drive }, exchange, response }) => ({
    id: `live-${date}-${reported.id}-${drive}`
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, "-")
      .slice(0, 60)
      .replace(/-$/, ""),
    kind: "observed",
    title: oneLine(`A run of ec2-contract in ${regionOf(report, exchange)}: ${reported.title}`, 160),
    text: "a run of ec2-contract, quoted",
    date,
    action: exchange.action,
    ...requestIdOf(exchange),
    quote: oneLine(response.body, longestQuote) || "(an empty body)",
    note: oneLine(
      `HTTP ${response.status} in the run ${report.run.id}: the case ${reported.id}, its step ${exchange.step}, said ${drive}.`,
    ),
  }));
  const verdicts = answers.map(({ reported, verdict }) =>
    verdict.verdict === "fail"
      ? `# ${reported.id} by ${verdict.drive}: fail. Expected ${oneLine(verdict.expected ?? "")}; AWS: ${oneLine(verdict.actual ?? "")}\n`
      : `# ${reported.id} by ${verdict.drive}: ${verdict.verdict}\n`,
  );
  const grounds = { observed: { sources: sources.map(({ id }) => id) } };
  return [
    `# ── ${clause.id}, ${doubt}: ${oneLine(clause.text)}\n`,
    ...verdicts,
    "# for spec/sources.yaml:\n",
    stringify(sources, { lineWidth: 0 }),
    `# for ${clause.id} in the clauses of ${contract.action}, once a person agrees that this shows what it says:\n`,
    stringify(grounds, { lineWidth: 0 }),
  ].join("");
}

function regionOf({ run }: Report, { request }: Exchange): string {
  return (
    run.regions.find((region) => request.url.includes(region)) ?? run.regions[0] ?? "a Region that it does not name"
  );
}

function requestIdOf({ response }: Exchange): { readonly "request-id"?: string } {
  const id = response?.body.match(/<requestId>([0-9a-f-]{36})<\/requestId>|<RequestID>([0-9a-f-]{36})<\/RequestID>/);
  const found = id?.[1] ?? id?.[2];
  return found === undefined ? {} : { "request-id": found };
}
