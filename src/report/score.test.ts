import { expect, test } from "vitest";
import { type Level, type VerdictKind, verdictKinds } from "../model.ts";
import type { ReportedClause } from "./report.ts";
import { scoreOf, worst } from "./score.ts";

const grounds = { documented: { sources: ["a"] } };
const clause = (
  verdict: VerdictKind,
  level: Level = "must",
): Pick<ReportedClause, "level" | "verdict" | "grounds"> => ({
  verdict,
  level,
  grounds: verdict === "open" ? {} : grounds,
});

test.for<{ given: readonly VerdictKind[]; judged: number; coverage: number; divergence: number; open?: number }>([
  { given: [], judged: 0, coverage: 0, divergence: 0 },
  { given: ["pass"], judged: 1, coverage: 1, divergence: 0 },
  { given: ["fail"], judged: 1, coverage: 1, divergence: 1 },
  { given: ["pass", "fail", "fail"], judged: 3, coverage: 1, divergence: 0.6667 },
  { given: ["pass", "open", "open"], judged: 1, coverage: 1, divergence: 0, open: 2 },
  { given: ["pass", "skip", "indeterminate", "error", "not-run"], judged: 1, coverage: 0.2, divergence: 0 },
  { given: ["fail", "skip", "skip"], judged: 1, coverage: 0.3333, divergence: 1 },
  { given: ["open"], judged: 0, coverage: 0, divergence: 0, open: 1 },
])("$given: $judged judged, coverage $coverage, divergence $divergence", ({ given, open = 0, ...want }) => {
  expect(scoreOf(given.map((verdict) => clause(verdict)))).toMatchObject({ ...want, open, clauses: given.length });
});

test("an open clause that was not run is open all the same", () => {
  expect(scoreOf([{ verdict: "not-run", level: "may", grounds: {} }])).toMatchObject({ open: 1, coverage: 0 });
});

test("levels are counted apart, every verdict in its place", () => {
  const score = scoreOf([clause("pass"), clause("fail"), clause("fail", "should"), clause("open", "may")]);
  const none = Object.fromEntries(verdictKinds.map((kind) => [kind, 0]));
  expect(score.must).toEqual({ ...none, pass: 1, fail: 1 });
  expect(score.should).toEqual({ ...none, fail: 1 });
  expect(score.may).toEqual({ ...none, open: 1 });
});

test.for<{ given: readonly VerdictKind[]; want: VerdictKind }>([
  { given: [], want: "not-run" },
  { given: ["not-run", "open"], want: "open" },
  { given: ["open", "skip"], want: "skip" },
  { given: ["skip", "pass"], want: "pass" },
  { given: ["pass", "indeterminate"], want: "indeterminate" },
  { given: ["indeterminate", "fail", "pass"], want: "fail" },
  { given: ["fail", "error"], want: "error" },
])("the worst of $given is $want", ({ given, want }) => {
  expect(worst(given)).toBe(want);
  expect(worst(given.toReversed())).toBe(want);
});
