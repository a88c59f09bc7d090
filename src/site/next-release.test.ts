import { expect, test } from "vitest";
import type { Verdicts } from "../history/version-changes.ts";
import { nextRelease } from "./next-release.ts";

const good: Verdicts = { A: "pass" };
const bad: Verdicts = { A: "fail" };

const releases = ["4.1.0", "4.1.1", "4.1.2", "4.1.3", "5.0.0", "5.0.1"];

test.for<{ why: string; tried: Readonly<Record<string, Verdicts | undefined>>; want: string | undefined }>([
  { why: "the newest first", tried: {}, want: "5.0.1" },
  { why: "then the last of the series before", tried: { "5.0.1": good }, want: "4.1.3" },
  { why: "then the first of a series", tried: { "5.0.1": good, "4.1.3": good }, want: "5.0.0" },
  {
    why: "nothing between what does the same",
    tried: { "4.1.0": good, "4.1.3": good, "5.0.0": good, "5.0.1": good },
    want: undefined,
  },
  {
    why: "the middle between what differs",
    tried: { "4.1.0": bad, "4.1.3": good, "5.0.0": good, "5.0.1": good },
    want: "4.1.1",
  },
  {
    why: "nothing between neighbours that differ",
    tried: { "4.1.0": bad, "4.1.3": bad, "5.0.0": good, "5.0.1": bad },
    want: undefined,
  },
  {
    why: "past one that can't be tested",
    tried: { "4.1.0": bad, "4.1.2": undefined, "4.1.3": good, "5.0.0": good, "5.0.1": good },
    want: "4.1.1",
  },
])("$why: $want", ({ tried, want }) => {
  expect(nextRelease(releases, new Map(Object.entries(tried)))).toBe(want);
});

test("law: it ends, and then every change lies between two releases that follow each other", () => {
  const line = Array.from({ length: 60 }, (_, index) => `1.${Math.floor(index / 20)}.${index % 20}`);
  const verdictsOf = (version: string): Verdicts => {
    const at = line.indexOf(version);
    return { A: at < 7 ? "fail" : "pass", B: at < 33 ? "pass" : "fail", C: at === 59 ? "fail" : "pass" };
  };
  const tried = new Map<string, Verdicts>();
  for (let next = nextRelease(line, tried); next !== undefined; next = nextRelease(line, tried))
    tried.set(next, verdictsOf(next));
  for (const first of ["1.0.6", "1.0.7", "1.1.12", "1.1.13", "1.2.18", "1.2.19"])
    expect([...tried.keys()]).toContain(first);
  expect(tried.size).toBeLessThan(25);
});

test("of no releases there is none to try", () => {
  expect(nextRelease([], new Map())).toBeUndefined();
});
