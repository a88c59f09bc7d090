import { styleText } from "node:util";
import { type Exchange, levels, type Verdict } from "../../model.ts";
import { standing } from "../describe-clause.ts";
import { oneLine, printable } from "../escape.ts";
import { blockedBy, failuresByCause, tellingExchange, unobserved } from "../findings.ts";
import { gatingWords } from "../gating.ts";
import { leftoverNames, leftoversSentence } from "../leftovers.ts";
import { randomFindings, randomSentence, replayOption } from "../random-results.ts";
import type { Report, ReportedCase, ReportedClause } from "../report.ts";
import type { Reporter, ReporterContext } from "../reporter.ts";
import { runLines } from "../run-lines.ts";
import { percent } from "../score.ts";
import { causeLines, knownLines } from "./explanations.ts";

type Style = (format: "bold" | "dim" | "red" | "green" | "yellow" | "cyan", text: string) => string;

/** So many failing clauses are shown with their wire and repro; the rest in a line each. */
const detailed = 12;

/** For a person at a terminal: why it differs, what differs, with the wire and a repro, then a summary that fits a screen. */
export const text: Reporter = (report, context) => {
  const style: Style = (format, words) =>
    context.colour ? styleText(format, words, { validateStream: false }) : words;
  const failing = failuresByCause(report);
  const details = failing.slice(0, detailed).map((clause) => detail(report, clause, context, style));
  const rest = failing.slice(detailed).map((clause) => `${head(clause, style)}\n`);
  const more =
    rest.length === 0
      ? []
      : [style("dim", `… and ${rest.length} more, in short (everything is in --reporter json=FILE):`), "", ...rest];
  return `${[...causeLines(report, style), ...details, ...more, ...summary(report, context, style)].join("\n")}\n`;
};

function head(clause: ReportedClause, style: Style): string {
  const { id, area, text: sentence, verdict } = clause;
  const mark = verdict === "fail" ? style("red", "✗") : style("red", "!");
  return `${mark} ${style("bold", id)} ${style("dim", `${area} · ${standing(clause)}`)}  ${sentence}`;
}

function detail(report: Report, clause: ReportedClause, { contract }: ReporterContext, style: Style): string {
  const found = report.cases.flatMap((reported) =>
    reported.verdicts
      .filter((verdict) => verdict.clause === clause.id && verdict.verdict === clause.verdict)
      .map((verdict) => ({ reported, verdict })),
  );
  const [first] = found;
  if (first === undefined) return head(clause, style);
  const { reported, verdict } = first;
  const cases = new Set(found.map((one) => one.reported.id)).size;
  const others = cases > 1 ? style("dim", ` (and ${cases - 1} more of ${clause.cases.length} cases)`) : "";
  const lines = [
    head(clause, style),
    `    case      ${reported.id}: ${oneLine(reported.title)} · ${verdict.drive}${others}`,
    ...(verdict.verdict === "error" ? [`    broke     ${oneLine(verdict.why ?? "")}`] : []),
    ...(verdict.expected === undefined ? [] : [`    expected  ${style("green", oneLine(verdict.expected))}`]),
    ...(verdict.actual === undefined ? [] : [`    observed  ${style("red", oneLine(verdict.actual))}`]),
    ...blocks(report, clause, style),
    ...layers(clause, contract, style),
    ...disagreement(reported, clause, style),
    ...wire(reported, verdict, style),
    ...repro(reported, style),
  ];
  return `${lines.join("\n")}\n`;
}

/** What this failure leaves without a verdict. */
function blocks(report: Report, { id }: ReportedClause, style: Style): string[] {
  const ids = blockedBy(report, id).map((clause) => clause.id);
  if (ids.length === 0) return [];
  return [
    `    blocks    ${style("dim", `${ids.length} clauses that say nothing until it is mended: ${ids.join(" ")}`)}`,
  ];
}

function layers(
  { documented, observed, grounds }: ReportedClause,
  contract: ReporterContext["contract"],
  style: Style,
): string[] {
  const source = (ids: readonly string[]): string => {
    const [first] = ids.flatMap((id) => contract.sources.get(id) ?? []);
    return first === undefined ? "" : `${first.title}${first.url === undefined ? "" : `, ${first.url}`}`;
  };
  const line = (name: string, verdict: string | null, ids: readonly string[]): string =>
    `    ${name.padEnd(9)} ${verdict === null ? "" : `${verdict} · `}${style("dim", source(ids))}`;
  return [
    ...(grounds.documented ? [line("documents", documented, grounds.documented.sources)] : []),
    ...(grounds.observed ? [line("seen", observed, grounds.observed.sources)] : []),
    ...(grounds.inferred === undefined ? [] : [`    inferred  ${style("dim", grounds.inferred)}`]),
  ];
}

function disagreement({ disagreements }: ReportedCase, { id }: ReportedClause, style: Style): string[] {
  const found = disagreements.find(({ clause }) => clause === id);
  if (found === undefined) return [];
  return [
    `    drives    raw ${found.raw}, sdk ${found.sdk}: ${style("yellow", `the ${found.fault}'s doing`)}, ${oneLine(found.why)}`,
  ];
}

function wire(reported: ReportedCase, { drive }: Verdict, style: Style): string[] {
  const exchange = tellingExchange(reported, drive);
  return exchange === undefined
    ? []
    : [`    wire      ${style("cyan", sent(exchange))}`, `              ${style("cyan", received(exchange))}`];
}

function sent({ request }: Exchange): string {
  return `> ${request.method} ${oneLine(request.url, 120)} ${oneLine(request.body, 260)}`;
}

function received({ response, trouble }: Exchange): string {
  if (response === undefined) return `< ${oneLine(trouble?.why ?? "no answer")}`;
  return `< ${response.status} ${oneLine(response.headers["content-type"] ?? "", 60)} ${oneLine(response.body, 400)}`;
}

function repro({ repro: { curl, aws }, id }: ReportedCase, style: Style): string[] {
  const lines = [...(curl === null ? [] : [["curl", curl]]), ...(aws === null ? [] : [["aws", aws]])];
  if (lines.length === 0) return [`    repro     ${style("dim", `only this program can say it: --only ${id}`)}`];
  return lines.flatMap(([name, commands]) =>
    (commands ?? "")
      .split("\n")
      .map((command, index) => `    ${(index === 0 ? (name ?? "") : "").padEnd(9)} ${printable(command)}`),
  );
}

function summary(report: Report, { known }: ReporterContext, style: Style): string[] {
  const { score, target, run, clauses, cases } = report;
  const open = clauses.filter(({ verdict }) => verdict === "open").length;
  const unseen = unobserved(report);
  const blocked = clauses.filter((clause) => clause.verdict === "indeterminate" && clause.blockedBy !== undefined);
  const skipped = clauses.filter(({ verdict }) => verdict === "skip");
  const rows = levels.map((level) => {
    const { pass, fail, error, skip } = score[level];
    const indeterminate = unseen.filter((clause) => clause.level === level).length;
    const waiting = blocked.filter((clause) => clause.level === level).length;
    const failed = fail > 0 ? style("red", `${fail} failed`) : "0 failed";
    return `  ${level.padEnd(7)} ${style("green", `${pass} passed`)}, ${failed}${indeterminate > 0 ? `, ${style("yellow", `${indeterminate} not observed`)}` : ""}${waiting > 0 ? `, ${waiting} blocked` : ""}${error > 0 ? `, ${style("red", `${error} broken`)}` : ""}${skip > 0 ? `, ${skip} skipped` : ""}`;
  });
  return [
    style(
      "bold",
      `${report.contract.action} · ${oneLine(target.name)}${target.version === undefined ? "" : ` ${oneLine(target.version)}`} · ${oneLine(target.endpoint)}${target.recordedAt === undefined ? "" : ` · recorded ${oneLine(target.recordedAt)}`}`,
    ),
    ...rows,
    `  ${open} open, recorded and not judged · authority ${run.authority} · ${gatingWords(report)}`,
    `  coverage ${percent(score.coverage)} · divergence ${percent(score.divergence)} · ${cases.length} cases, ${run.requests} requests, ${run.seconds.toFixed(1)} s, seed ${run.seed}${run.partial ? style("yellow", " · stopped before its end") : ""}`,
    ...randomLines(report, style),
    ...reasons("not observed", unseen, style),
    ...reasons("skipped", skipped, style),
    ...runLines(report).map((line) => `  ${line}`),
    ...leftoverLines(run, style),
    ...(known === undefined ? [] : knownLines(report, known, style)),
  ];
}

/** What was found at random, with what runs it again. */
function randomLines(report: Report, style: Style): string[] {
  const sentence = randomSentence(report);
  const found = randomFindings(report);
  const lines = found
    .slice(0, detailed)
    .map((one) => `    ${one.id}: ${oneLine(one.title, 160)} · ${replayOption(one)}`);
  const more = found.length > detailed ? [style("dim", `    … and ${found.length - detailed} more`)] : [];
  return [...(sentence === undefined ? [] : [`  ${sentence}`]), ...lines, ...more];
}

function leftoverLines(run: Report["run"], style: Style): string[] {
  const sentence = leftoversSentence(run);
  if (sentence === undefined) return [];
  const { names, more } = leftoverNames(run.leftovers, (name) => oneLine(name));
  return [style("red", `  ${sentence}${names.length > 0 ? `: ${names.join(", ")}${more}` : ""}`)];
}

/** Each reason once, with how many clauses it keeps from being judged. */
function reasons(words: string, clauses: readonly ReportedClause[], style: Style): string[] {
  const counted = Map.groupBy(clauses, ({ why }) => why ?? "no reason was given");
  return [...counted].slice(0, 4).map(([why, { length }]) => style("yellow", `  ${length} ${words}: ${oneLine(why)}`));
}
