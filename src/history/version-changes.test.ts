import { expect, test } from "vitest";
import { between, changes, standingOf, type Verdicts } from "./version-changes.ts";

test.for<{ before: Verdicts; after: Verdicts; clause?: string; want: readonly string[] }>([
  { before: { A: "pass", B: "fail" }, after: { A: "fail", B: "pass" }, want: ["A pass fail"] },
  { before: { A: "pass", B: "fail" }, after: { A: "fail", B: "pass" }, clause: "B", want: ["B fail pass"] },
  { before: { A: "pass" }, after: { A: "pass" }, clause: "A", want: [] },
  { before: { A: "pass" }, after: { A: "indeterminate" }, want: [] },
  { before: { A: "skip" }, after: { A: "fail" }, want: [] },
  { before: { A: "pass" }, after: {}, want: [] },
])("from $before to $after, asked for $clause: $want", ({ before, after, clause, want }) => {
  const found = changes(before, after, clause);
  expect(found.map((one) => `${one.clause} ${one.before} ${one.after}`)).toEqual(want);
});

test.for<{ now: Verdicts; want: string }>([
  { now: { A: "pass", B: "pass" }, want: "good" },
  { now: { A: "fail", B: "pass" }, want: "bad" },
  { now: { A: "fail", B: "indeterminate" }, want: "bad" },
  { now: { A: "pass", B: "indeterminate" }, want: "untestable" },
  { now: {}, want: "untestable" },
])("$now is $want, where A and B came to fail", ({ now, want }) => {
  const [first, last] = [
    { A: "pass", B: "pass" },
    { A: "fail", B: "fail" },
  ] as const;
  expect(standingOf(now, changes(first, last, undefined))).toBe(want);
});

const releases = ["5.10.0", "5.2.5", "5.2.0", "5.1.9", "4.9"];

test.for([
  { good: "4.9", bad: "5.2.5", want: ["4.9", "5.1.9", "5.2.0", "5.2.5"] },
  { good: "5.2.5", bad: "5.10.0", want: ["5.2.5", "5.10.0"] },
])("the releases from $good to $bad", ({ good, bad, want }) => {
  expect(between(releases, good, bad)).toEqual(want);
});

test.for([
  { good: "5.2.5", bad: "4.9", why: /5\.2\.5 does not come before 4\.9/ },
  { good: "4.9", bad: "4.9", why: /does not come before/ },
  { good: "4.8", bad: "5.2.5", why: /no release 4\.8/ },
  { good: "4.9", bad: "9.9", why: /no release 9\.9/ },
])("from $good to $bad there is nothing to halve", ({ good, bad, why }) => {
  expect(() => between(releases, good, bad)).toThrow(why);
});
