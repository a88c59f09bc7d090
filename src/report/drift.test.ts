import { expect, test } from "vitest";
import type { KnownOutcome } from "../known/match-known.ts";
import type { Verdict, VerdictKind } from "../model.ts";
import { contract } from "../testing/observations.ts";
import { caseWith, clauseWith, exchangeWith, reportOf } from "../testing/reports.ts";
import { driftLines, isDrift, isUnconfirmed, redOf, withDrift } from "./drift.ts";
import { issueOf } from "./issues/drift-issue.ts";
import type { ReportedCase } from "./report.ts";

type Seen = VerdictKind | "blocked";

function verdictOf(kind: Seen): Verdict {
  const seen = { clause: "Q7UC", drive: "raw", step: "request", expected: "one", actual: "other" } as const;
  if (kind === "blocked") return { ...seen, verdict: "indeterminate", blockedBy: "Z3R6" };
  return kind === "fail" ? { ...seen, verdict: kind } : { clause: "Q7UC", drive: "raw", verdict: kind };
}

function reportWith(cases: Readonly<Record<string, Seen>>, parts: Partial<ReportedCase> = {}, body = "first") {
  const reported = Object.entries(cases).map(([id, kind]) =>
    caseWith(id, {
      verdicts: [verdictOf(kind)],
      exchanges: [exchangeWith({ response: { status: 200, headers: {}, body: `${id} ${body}` } })],
      ...parts,
    }),
  );
  const red = Object.values(cases).includes("fail");
  return reportOf({ clauses: [clauseWith("Q7UC", red ? "fail" : "pass")], cases: reported });
}

const outcome = (unlisted: KnownOutcome["unlisted"]): KnownOutcome => ({
  exact: unlisted.length === 0,
  matched: 0,
  unlisted,
  stale: [],
  overdue: [],
});

test.for<{
  given: Readonly<Record<string, Seen>>;
  known?: KnownOutcome;
  parts?: Partial<ReportedCase>;
  want: string[][];
}>([
  { given: { a: "pass" }, want: [] },
  { given: { a: "fail", b: "pass", c: "fail" }, want: [["a", "c"]] },
  { given: { a: "fail", c: "fail" }, known: outcome([{ clause: "Q7UC", cases: ["c"] }]), want: [["c"]] },
  { given: { a: "fail" }, known: outcome([{ clause: "Q7UC" }]), want: [["a"]] },
  { given: { a: "fail" }, known: outcome([]), want: [] },
  { given: { a: "fail" }, parts: { random: { property: "names", runs: 3, replay: "1:2" } }, want: [] },
])("of $given, asked again is $want", ({ given, known, parts, want }) => {
  expect(redOf(reportWith(given, parts), known).map(({ cases }) => cases)).toEqual(want);
});

test.for<{ again: Readonly<Record<string, Seen>>; want: "drift" | "flake" | undefined }>([
  { again: { a: "fail", b: "fail" }, want: "drift" },
  { again: { a: "pass", b: "fail" }, want: "drift" },
  { again: { a: "pass", b: "pass" }, want: "flake" },
  { again: { a: "pass", b: "blocked" }, want: "drift" },
  { again: { a: "pass", b: "indeterminate" }, want: undefined },
  { again: { a: "not-run" }, want: undefined },
  { again: {}, want: undefined },
  { again: { c: "fail" }, want: undefined },
])("what was red, and is $again the second time: $want", ({ again, want }) => {
  const first = reportWith({ a: "fail", b: "fail" });
  const report = withDrift(first, redOf(first), reportWith(again, {}, "second"));
  expect(report.drift?.map(({ kind }) => kind)).toEqual(want === undefined ? [] : [want]);
  expect({ drifts: isDrift(report, "Q7UC"), unsure: isUnconfirmed(report, "Q7UC") }).toEqual({
    drifts: want === "drift",
    unsure: want === undefined,
  });
});

test("what both runs spent and left is in the report", () => {
  const first = { ...reportWith({ a: "fail" }) };
  const second = reportOf({ run: { requests: 5, seconds: 2, leftovers: ["left"], leftoversUnknown: "why" } });
  const { run } = withDrift(first, redOf(first), second);
  expect(run).toMatchObject({ requests: 12, seconds: 3.25, leftovers: ["left"], leftoversUnknown: "why" });
});

test.for([
  { again: { a: "fail" } as const, want: /^drift: Q7UC was red twice/ },
  { again: { a: "pass" } as const, want: /^flake: Q7UC was red, and green/ },
  { again: {}, want: /^red, and known, or not to be observed a second time: Q7UC$/ },
])("$again is told", ({ again, want }) => {
  const first = reportWith({ a: "fail" });
  const [line = "", ...more] = driftLines(withDrift(first, redOf(first), reportWith(again)));
  expect(line).toMatch(want);
  expect(more).toEqual([]);
});

test("the text of an issue has both exchanges, those of the last green run, and nothing that a target can make active", () => {
  const hostile = "</code>\n```\n# @everyone <script>";
  const first = reportWith({ a: "fail" }, {}, hostile);
  const report = withDrift(first, redOf(first), reportWith({ a: "fail" }, {}, "second"));
  const [drift] = report.drift ?? [];
  const green = reportWith({ a: "pass" }, {}, "green");
  const text = issueOf(report, drift ?? expect.fail("nothing drifted"), contract, green);
  expect(text.split("\n")[0]).toBe("# ImportKeyPair drifts: Q7UC");
  expect(text).toMatch(
    /### First time[\s\S]*a <\/code>[\s\S]*### Second time[\s\S]*a second[\s\S]*### Last green run[\s\S]*a green/,
  );
  // The block in which the body stands is fenced by more ticks than it holds.
  expect(text).toContain("````http\n");
});
