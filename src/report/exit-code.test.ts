import { expect, test } from "vitest";
import type { KnownOutcome } from "../known/match-known.ts";
import type { Level, VerdictKind } from "../model.ts";
import { contract } from "../testing/observations.ts";
import { caseWith, clauseWith, reportOf } from "../testing/reports.ts";
import { deviatesBy, exitCodeOf } from "./exit-code.ts";
import type { Report, ReportedClause } from "./report.ts";

const byLevel = { must: "Q7UC", should: "E2YW", may: "K3CK" } as const;
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

const later = { since: "0.2" };

test.for<{ given: VerdictKind; clause?: Partial<ReportedClause>; asOf?: string; want: number }>([
  { given: "fail", clause: later, want: 1 },
  { given: "fail", clause: later, asOf: "0.1", want: 0 },
  { given: "fail", clause: later, asOf: "0.2", want: 1 },
  { given: "fail", asOf: "0.1", want: 1 },
  { given: "indeterminate", clause: later, want: 3 },
  { given: "indeterminate", clause: later, asOf: "0.1", want: 0 },
  { given: "indeterminate", asOf: "0.1", want: 3 },
  { given: "error", clause: later, asOf: "0.1", want: 70 },
])("a $given of $clause, pinned to $asOf: $want", ({ given, clause, asOf, want }) => {
  const clauses = [clauseWith("Q7UC", given, clause), clauseWith("E2YW", "pass")];
  expect(exitCodeOf(reportOf({ clauses, run: asOf === undefined ? {} : { asOf } }))).toBe(want);
});

test("a report of an earlier version, which does not say since when, can be pinned", () => {
  const { since: _, ...old } = clauseWith("Q7UC", "fail");
  expect(exitCodeOf(reportOf({ clauses: [old], run: { asOf: "0.1" } }))).toBe(1);
});

const known = (exact: boolean): KnownOutcome => ({
  exact,
  matched: 1,
  unlisted: exact ? [] : [{ clause: "Q7UC" }],
  stale: [],
  overdue: [],
});

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

const drifts = (kind: "drift" | "flake", clause = "Q7UC") => ({ clause, kind, exchanges: [] });

test.for<{ drift: Report["drift"]; known?: KnownOutcome; given?: VerdictKind; want: number }>([
  { drift: [drifts("drift")], want: 1 },
  { drift: [drifts("flake")], want: 0 },
  { drift: [drifts("flake")], given: "fail", want: 0 },
  { drift: [drifts("flake"), drifts("drift", "E2YW")], given: "fail", want: 0 },
  { drift: [drifts("flake")], given: "indeterminate", want: 3 },
  { drift: [], want: 3 },
  { drift: [drifts("drift")], known: known(true), want: 0 },
  { drift: [drifts("drift")], known: known(false), want: 1 },
  { drift: [drifts("flake")], known: known(false), want: 0 },
  { drift: [], known: known(false), want: 3 },
])(
  "a must that is red, asked again: $drift, beside a should that is $given: $want",
  ({ drift, known, given, want }) => {
    const clauses = [clauseWith("Q7UC", "fail"), clauseWith("E2YW", given ?? "pass")];
    expect(exitCodeOf({ ...reportOf({ clauses }), ...(drift && { drift }) }, known)).toBe(want);
  },
);

test.for<{ given: Partial<Report["run"]>; verdict: VerdictKind; want: number }>([
  { given: { leftovers: ["ec2c-1"] }, verdict: "pass", want: 3 },
  { given: { leftoversUnknown: "the listing was answered with 500" }, verdict: "pass", want: 3 },
  { given: { leftovers: ["ec2c-1"] }, verdict: "fail", want: 1 },
  { given: { leftovers: ["ec2c-1"] }, verdict: "error", want: 70 },
])("a target that is $given after the run, and $verdict: $want", ({ given, verdict, want }) => {
  expect(exitCodeOf(reportOf({ clauses: [clauseWith("Q7UC", verdict)], run: given }))).toBe(want);
});

test.for<{ given: Given; level: Level; want: boolean }>([
  { given: { must: "fail" }, level: "must", want: true },
  { given: { should: "fail" }, level: "must", want: false },
  { given: { should: "fail" }, level: "should", want: true },
  { given: { may: "fail" }, level: "should", want: false },
  { given: { may: "error" }, level: "must", want: true },
  { given: { must: "indeterminate", should: "skip" }, level: "may", want: false },
])("a case with $given, gating $level, settles that the run deviates: $want", ({ given, level, want }) => {
  const verdicts = Object.entries(given).map(([name, verdict]) => ({
    clause: byLevel[name as Level],
    drive: "raw" as const,
    verdict,
  }));
  expect(deviatesBy(contract, { level })(caseWith("a", { verdicts }))).toBe(want);
});

test.for<{ given: string; blockedBy?: string; red: VerdictKind; want: number }>([
  { given: "a clause that failed", blockedBy: "E2YW", red: "fail", want: 0 },
  { given: "a clause that passed elsewhere", blockedBy: "E2YW", red: "pass", want: 3 },
  { given: "a clause that could not be observed itself", blockedBy: "E2YW", red: "indeterminate", want: 3 },
  { given: "nothing", red: "fail", want: 3 },
])("what is blocked by $given: $want", ({ blockedBy, red, want }) => {
  const clauses = [
    clauseWith("Q7UC", "indeterminate", blockedBy === undefined ? {} : { blockedBy }),
    clauseWith("E2YW", red),
  ];
  expect(exitCodeOf(reportOf({ clauses }))).toBe(want);
});
