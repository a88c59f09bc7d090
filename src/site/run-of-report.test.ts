import { expect, test } from "vitest";
import { clauseWith, reportOf } from "../testing/reports.ts";
import type { HistoryRun } from "./history.ts";
import { runOfReport, withRun } from "./run-of-report.ts";

const cause = { faults: ["one", "other"], title: "t", advice: "a", clauses: ["B2MR"], cases: 1 };

test("of a report stay verdicts, counts and causes", () => {
  const clauses = [clauseWith("B2MR", "fail"), clauseWith("Q7UC", "pass"), clauseWith("V4HZ", "skip")];
  const report = { ...reportOf({ clauses }), causes: [cause] };
  expect(runOfReport(report, "1.2.3", "2025-01-02")).toEqual({
    kind: "measured",
    version: "1.2.3",
    released: "2025-01-02",
    tried: "2026-11-24",
    contract: "0".repeat(12),
    score: {
      clauses: 3,
      open: 0,
      judged: 2,
      coverage: 0.6667,
      divergence: 0.5,
      failed: { must: 1, should: 0, may: 0 },
    },
    causes: ["one"],
    verdicts: { B2MR: "fail", Q7UC: "pass", V4HZ: "skip" },
  });
});

test("an unknown day is left out", () => {
  const report = reportOf({ clauses: [clauseWith("B2MR", "pass")] });
  expect(runOfReport(report, "1.2.3", undefined)).not.toHaveProperty("released");
});

test.for([
  { clauses: [], want: "Nothing could be judged: no clause was run" },
  {
    clauses: [clauseWith("B2MR", "indeterminate", { why: "nobody answers" })],
    want: "Nothing could be judged: nobody answers",
  },
])("of a release that nobody could judge no score is kept: $want", ({ clauses, want }) => {
  expect(runOfReport(reportOf({ clauses }), "1.2.3", undefined)).toEqual({
    kind: "untested",
    version: "1.2.3",
    tried: "2026-11-24",
    contract: "0".repeat(12),
    why: want,
  });
});

test("runs stand in the order of releases, and one takes the place of an earlier one of its release", () => {
  const run = (version: string, why: string): HistoryRun => ({
    kind: "untested",
    version,
    tried: "2026-11-29",
    contract: "0".repeat(12),
    why,
  });
  const runs = [run("1.9.0", "a"), run("1.10.0", "b")];
  expect(withRun(runs, run("1.9.1", "c")).map(({ version }) => version)).toEqual(["1.9.0", "1.9.1", "1.10.0"]);
  expect(withRun(runs, run("1.9.0", "again"))).toEqual([run("1.9.0", "again"), run("1.10.0", "b")]);
});
