import { expect, test } from "vitest";
import type { KnownOutcome } from "../known/match-known.ts";
import type { Level, VerdictKind } from "../model.ts";
import { clauseWith, reportOf } from "../testing/reports.ts";
import { exitCodeOf } from "./exit-code.ts";
import type { Report } from "./report.ts";

const byLevel = { must: "Q7UC", should: "T4X8", may: "K3CK" } as const;
type Given = Partial<Record<Level, VerdictKind>>;
const report = (given: Given, level: Level) =>
  reportOf({
    clauses: Object.entries(given).map(([name, verdict]) => clauseWith(byLevel[name as Level], verdict)),
    run: { level },
  });

test.for<{ given: Given; level: Level; want: number }>([
  { given: {}, level: "must", want: 0 },
  { given: { must: "pass" }, level: "must", want: 0 },
  { given: { must: "skip", should: "not-run", may: "open" }, level: "may", want: 0 },
  { given: { must: "fail" }, level: "must", want: 1 },
  { given: { should: "fail" }, level: "must", want: 0 },
  { given: { should: "fail" }, level: "should", want: 1 },
  { given: { may: "fail" }, level: "should", want: 0 },
  { given: { may: "fail" }, level: "may", want: 1 },
  { given: { must: "indeterminate" }, level: "must", want: 3 },
  { given: { may: "indeterminate" }, level: "must", want: 3 },
  { given: { must: "fail", should: "indeterminate" }, level: "must", want: 1 },
  { given: { must: "indeterminate", should: "fail" }, level: "must", want: 3 },
  { given: { must: "fail", should: "indeterminate", may: "error" }, level: "must", want: 70 },
  { given: { may: "error" }, level: "must", want: 70 },
])("$given, gating $level: $want", ({ given, level, want }) => {
  expect(exitCodeOf(report(given, level))).toBe(want);
});

const known = (exact: boolean): KnownOutcome => ({ exact, matched: 1, unlisted: [], stale: [], overdue: [] });

test.for<{ given: Given; exact: boolean; want: number }>([
  { given: { must: "fail" }, exact: true, want: 0 },
  { given: { should: "fail" }, exact: false, want: 1 },
  { given: { must: "pass" }, exact: false, want: 1 },
  { given: { must: "fail", should: "indeterminate" }, exact: true, want: 3 },
  { given: { must: "fail", should: "indeterminate" }, exact: false, want: 1 },
  { given: { must: "error" }, exact: true, want: 70 },
])("$given, with known deviations that are exact: $exact: $want", ({ given, exact, want }) => {
  expect(exitCodeOf(report(given, "must"), known(exact))).toBe(want);
});

test.for<{ given: Partial<Report["run"]>; verdict: VerdictKind; want: number }>([
  { given: { leftovers: ["ec2c-1"] }, verdict: "pass", want: 3 },
  { given: { leftoversUnknown: "the listing was answered with 500" }, verdict: "pass", want: 3 },
  { given: { leftovers: ["ec2c-1"] }, verdict: "fail", want: 1 },
  { given: { leftovers: ["ec2c-1"] }, verdict: "error", want: 70 },
])("a target that is $given after the run, and $verdict: $want", ({ given, verdict, want }) => {
  expect(exitCodeOf(reportOf({ clauses: [clauseWith("Q7UC", verdict)], run: given }))).toBe(want);
});
