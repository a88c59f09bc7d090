import type { Verdict } from "../model.ts";
import { standing } from "./describe-clause.ts";
import { escapeXml } from "./escape.ts";
import type { ReportedCase } from "./report.ts";
import type { Reporter } from "./reporter.ts";

/** JUnit XML: a suite an area, a test a case. Failures, errors and skips are elements, as readers of JUnit expect. */
export const junit: Reporter = (report) => {
  const standings: Standings = new Map(report.clauses.map((clause) => [clause.id, standing(clause)]));
  const areas = Map.groupBy(report.cases, ({ area }) => area);
  const suites = [...areas].map(([area, cases]) => suite(area, cases, standings));
  const all = report.cases.map((reported) => outcomeOf(reported, standings));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name=${attribute(`ec2-contract ${report.contract.action}`)} ${counts(all)} time="${report.run.seconds}">`,
    ...suites,
    "</testsuites>",
    "",
  ].join("\n");
};

/** What each clause asks for, and how sure that is. */
type Standings = ReadonlyMap<string, string>;

type Outcome =
  | { readonly kind: "pass" }
  | { readonly kind: "failure" | "error" | "skipped"; readonly message: string; readonly detail: string };

function suite(area: string, cases: readonly ReportedCase[], standings: Standings): string {
  const outcomes = cases.map((reported) => ({ reported, outcome: outcomeOf(reported, standings) }));
  const tests = outcomes.map(({ reported, outcome }) => testcase(area, reported, outcome));
  return [
    `  <testsuite name=${attribute(area)} ${counts(outcomes.map(({ outcome }) => outcome))}>`,
    ...tests,
    "  </testsuite>",
  ].join("\n");
}

function testcase(area: string, reported: ReportedCase, outcome: Outcome): string {
  const milliseconds = reported.exchanges.reduce((sum, exchange) => sum + exchange.milliseconds, 0);
  const head = `    <testcase classname=${attribute(area)} name=${attribute(`${reported.id} ${reported.title}`)} time="${(milliseconds / 1000).toFixed(3)}"`;
  if (outcome.kind === "pass") return `${head}/>`;
  const { kind, message, detail } = outcome;
  if (kind === "skipped") return `${head}>\n      <skipped message=${attribute(message)}/>\n    </testcase>`;
  return `${head}>\n      <${kind} message=${attribute(message)}>${escapeXml(detail)}</${kind}>\n    </testcase>`;
}

/** The worst that became of a case. What could not be observed is an error to JUnit, which knows no third thing. */
function outcomeOf({ verdicts, repro }: ReportedCase, standings: Standings): Outcome {
  const line = (verdict: Verdict): string => verdictLine(verdict, standings.get(verdict.clause));
  const of = (kind: Verdict["verdict"]): readonly Verdict[] => verdicts.filter(({ verdict }) => verdict === kind);
  const blocked = of("indeterminate").filter(({ blockedBy }) => blockedBy !== undefined);
  const unseen = of("indeterminate").filter(({ blockedBy }) => blockedBy === undefined);
  const troubles = [...of("error"), ...of("fail"), ...unseen];
  const [first] = troubles;
  if (first !== undefined) {
    const detail = [...troubles.map(line), ...(repro.curl === null ? [] : [repro.curl])].join("\n");
    return { kind: first.verdict === "fail" ? "failure" : "error", message: line(first), detail };
  }
  if (of("pass").length > 0) return { kind: "pass" };
  const why = of("skip")[0]?.why ?? blocked[0]?.why ?? "open: it was recorded, and judges nobody";
  return { kind: "skipped", message: why, detail: "" };
}

function verdictLine({ clause, drive, verdict, expected, actual, why }: Verdict, asked: string | undefined): string {
  const head = `${clause} (${drive})${asked === undefined ? "" : `, ${asked}`}`;
  return verdict === "fail" ? `${head}: expected ${expected}, was ${actual}` : `${head}: ${verdict}: ${why}`;
}

function counts(outcomes: readonly Outcome[]): string {
  const count = (kind: Outcome["kind"]): number => outcomes.filter((outcome) => outcome.kind === kind).length;
  return `tests="${outcomes.length}" failures="${count("failure")}" errors="${count("error")}" skipped="${count("skipped")}"`;
}

function attribute(text: string): string {
  return `"${escapeXml(text).replaceAll("\n", "&#10;").replaceAll("\t", "&#9;")}"`;
}
