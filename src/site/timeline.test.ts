import { expect, test } from "vitest";
import { runWith } from "../testing/histories.ts";
import type { History } from "./history.ts";
import { measuredRuns, releaseChanges, spansOf } from "./timeline.ts";

const history: History = {
  emulator: "moto",
  runs: [
    runWith("1.0.0", { B2MR: "fail", Q7UC: "pass", W6WR: "not-run" }),
    runWith("1.0.1", { B2MR: "indeterminate", Q7UC: "pass", W6WR: "fail" }),
    { kind: "untested", version: "1.1.0", tried: "2026-11-29", contract: "0".repeat(12), why: "it did not start" },
    runWith("1.1.1", { B2MR: "pass", Q7UC: "fail", W6WR: "fail" }),
    runWith("1.2.0", { B2MR: "pass", Q7UC: "fail" }),
  ],
};

test("what could not be run is no measured run", () => {
  expect(measuredRuns(history).map(({ version }) => version)).toEqual(["1.0.0", "1.0.1", "1.1.1", "1.2.0"]);
});

test("a change is told against what a clause was when it was last judged", () => {
  const told = releaseChanges(history).map(({ run, after, mended, broke }) => [run.version, after, mended, broke]);
  expect(told).toEqual([
    ["1.0.0", undefined, [], []],
    ["1.0.1", "1.0.0", [], []],
    ["1.1.1", "1.0.1", ["B2MR"], ["Q7UC"]],
    ["1.2.0", "1.1.1", [], []],
  ]);
});

test.for([
  { clause: "B2MR", want: ["pass 1.1.1-1.2.0", "indeterminate 1.0.1-1.0.1", "fail 1.0.0-1.0.0"] },
  { clause: "Q7UC", want: ["fail 1.1.1-1.2.0", "pass 1.0.0-1.0.1"] },
  { clause: "W6WR", want: ["not-run 1.2.0-1.2.0", "fail 1.0.1-1.1.1", "not-run 1.0.0-1.0.0"] },
  { clause: "Z9E9", want: ["not-run 1.0.0-1.2.0"] },
])("$clause stood so: $want", ({ clause, want }) => {
  const told = spansOf(history, clause).map(({ verdict, from, to }) => `${verdict} ${from.version}-${to.version}`);
  expect(told).toEqual(want);
});
