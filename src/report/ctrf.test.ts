import { type CTRFReport, validate } from "ctrf";
import { expect, test } from "vitest";
import type { VerdictKind } from "../model.ts";
import { hostileReport } from "../testing/hostile-report.ts";
import { contract } from "../testing/observations.ts";
import { caseWith, reportOf } from "../testing/reports.ts";
import { mockWith, run } from "../testing/runs.ts";
import { ctrf } from "./ctrf.ts";
import type { Report } from "./report.ts";

/** Read as CTRF's own package reads it: by the published schema. */
function read(report: Report): CTRFReport {
  const value: unknown = JSON.parse(ctrf(report, { contract, colour: false }));
  expect(validate(value)).toEqual({ valid: true, errors: [] });
  return value as CTRFReport;
}

test("a real run is valid CTRF, and counts as the report does", async () => {
  const report = await run({ target: mockWith("name-256-accepted"), only: ["name", "auth"] });
  const { results, runId } = read(report);
  const { tests, passed, failed, skipped, pending, other, suites, start, stop } = results.summary;
  expect(tests).toBe(report.cases.length);
  expect(passed + failed + skipped + pending + other).toBe(tests);
  expect(failed).toBe(report.cases.filter(({ verdicts }) => verdicts.some(({ verdict }) => verdict === "fail")).length);
  expect(failed).toBeGreaterThan(0);
  expect(suites).toBe(new Set(report.cases.map(({ area }) => area)).size);
  expect(stop - start).toBe(Math.round(report.run.seconds * 1000));
  expect(runId).toBe(report.run.id);
  expect(results.tests.map(({ testId }) => testId)).toEqual(report.cases.map(({ id }) => id));
});

test("so is a hostile one, and one of nothing", () => {
  expect(read(hostileReport).results.tests[0]?.message).toMatch(/^E2YW \(raw\): error: /);
  expect(read(reportOf({})).results.summary.tests).toBe(0);
});

test.for<{ given: readonly VerdictKind[]; want: string; raw: VerdictKind }>([
  { given: ["pass"], want: "passed", raw: "pass" },
  { given: ["pass", "fail"], want: "failed", raw: "fail" },
  { given: ["fail", "error"], want: "failed", raw: "error" },
  { given: ["pass", "indeterminate"], want: "other", raw: "indeterminate" },
  { given: ["skip"], want: "skipped", raw: "skip" },
  { given: ["open"], want: "skipped", raw: "open" },
  { given: [], want: "skipped", raw: "not-run" },
])("a case with the verdicts $given: $want", ({ given, want, raw }) => {
  const verdicts = given.map((verdict) => ({ clause: "B2MR", drive: "raw", verdict, why: "w" }) as const);
  const [test] = read(reportOf({ cases: [caseWith("B2MR-256", { verdicts })] })).results.tests;
  expect(test).toMatchObject({ status: want, rawStatus: raw });
});

test("the message is of the worst, the trace of all", () => {
  const verdicts = [
    { clause: "V4HZ", drive: "raw", verdict: "skip", why: "none" },
    { clause: "B2MR", drive: "raw", verdict: "fail", expected: "a", actual: "b" },
  ] as const;
  const [test] = read(reportOf({ cases: [caseWith("B2MR-256", { verdicts })] })).results.tests;
  expect(test?.message).toBe("B2MR (raw): expected a, was b");
  expect(test?.trace).toBe("B2MR (raw): expected a, was b\nV4HZ (raw): skip: none");
});
