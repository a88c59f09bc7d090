import type { Verdict, VerdictKind } from "../model.ts";
import { standing } from "./describe-clause.ts";
import { printable, safeJson } from "./escape.ts";
import type { Report, ReportedCase } from "./report.ts";
import type { Reporter } from "./reporter.ts";
import { worst } from "./score.ts";

const statuses = ["passed", "failed", "skipped", "pending", "other"] as const;
type Status = (typeof statuses)[number];

/**
 * The statuses of CTRF say less than ours: what could not be observed is `other`, and a bug of ours is `failed`, as it
 * must not look green. `rawStatus` has the verdict itself.
 */
const statusOf = {
  error: "failed",
  fail: "failed",
  indeterminate: "other",
  pass: "passed",
  skip: "skipped",
  open: "skipped",
  "not-run": "skipped",
} as const satisfies Record<VerdictKind, Status>;

/** Common Test Report Format (https://ctrf.io), a case a test, an area a suite. */
export const ctrf: Reporter = (report) => {
  const { tool, run, contract, score, target } = report;
  const start = Date.parse(run.startedAt);
  const duration = Math.round(run.seconds * 1000);
  const standings = new Map(report.clauses.map((clause) => [clause.id, standing(clause)]));
  const tests = report.cases.map((reported) => testOf(reported, standings));
  const count = (status: Status): number => tests.filter((test) => test.status === status).length;
  return safeJson({
    reportFormat: "CTRF",
    specVersion: "0.0.0",
    runId: printable(run.id),
    timestamp: new Date(start + duration).toISOString(),
    generatedBy: `${tool.name} ${tool.version}`,
    results: {
      tool: { name: tool.name, version: tool.version },
      summary: {
        tests: tests.length,
        ...Object.fromEntries(statuses.map((status) => [status, count(status)])),
        suites: new Set(report.cases.map(({ area }) => area)).size,
        start,
        stop: start + duration,
        duration,
      },
      tests,
      environment: environment(target),
      extra: { contract, score, seed: run.seed, authority: run.authority },
    },
  });
};

function environment({ name, endpoint, version }: Report["target"]) {
  return {
    appName: printable(name),
    ...(version !== undefined && { appVersion: printable(version) }),
    testEnvironment: printable(endpoint),
  };
}

function testOf(reported: ReportedCase, standings: ReadonlyMap<string, string>) {
  const { id, title, area, verdicts, exchanges, repro } = reported;
  const clauses = [...new Set(verdicts.map(({ clause }) => clause))];
  // What another clause's failure blocks is told where that clause fails.
  const own = verdicts.filter(({ blockedBy }) => blockedBy === undefined);
  const kind = own.length === 0 && verdicts.length > 0 ? "skip" : worst(own.map(({ verdict }) => verdict));
  const troubles = (own.length === 0 ? verdicts : own).filter(({ verdict }) => told.has(verdict));
  const lines = troubles.toSorted((a, b) => Number(b.verdict === kind) - Number(a.verdict === kind)).map(line);
  const [message = kind === "open" ? "open: it was recorded, and judges nobody" : undefined] = lines;
  return {
    testId: id,
    name: `${id} ${printable(title)}`,
    status: statusOf[kind],
    rawStatus: kind,
    duration: Math.round(exchanges.reduce((sum, { milliseconds }) => sum + milliseconds, 0)),
    suite: [area],
    tags: clauses,
    // What each clause asks for, and how sure that is.
    extra: { clauses: Object.fromEntries(clauses.map((clause) => [clause, standings.get(clause) ?? ""])) },
    ...(message !== undefined && { message }),
    ...(lines.length > 1 && { trace: lines.join("\n") }),
    ...(repro.curl !== null && { snippet: printable(repro.curl) }),
  };
}

const told: ReadonlySet<VerdictKind> = new Set(["error", "fail", "indeterminate", "skip"]);

function line({ clause, drive, verdict, expected, actual, why }: Verdict): string {
  const text = verdict === "fail" ? `expected ${expected}, was ${actual}` : `${verdict}: ${why}`;
  return printable(`${clause} (${drive}): ${text}`);
}
