import { expect, test } from "vitest";
import type { Status, StrykerReport } from "./measured.ts";
import { mergeReports, survivingRanges } from "./merge-reports.ts";

function reportOf(mutants: readonly (readonly [line: number, replacement: string, status: Status])[]): StrykerReport {
  const all = mutants.map(([line, replacement, status]) => ({
    mutatorName: "SomeMutator",
    replacement,
    status,
    location: { start: { line, column: 3 }, end: { line: line + 1, column: 9 } },
  }));
  return { files: { "src/a.ts": { source: "s", mutants: all } } };
}

test("what no test saw is named by its place, once", () => {
  const report = reportOf([
    [1, "true", "Survived"],
    [1, "false", "NoCoverage"],
    [5, "true", "Killed"],
    [7, "true", "Timeout"],
    [9, "true", "Survived"],
  ]);
  expect(survivingRanges(report)).toEqual(["src/a.ts:1:2-2:8", "src/a.ts:9:2-10:8"]);
});

test("a mutant that was run again has its new result, others have theirs", () => {
  const before = reportOf([
    [1, "true", "Survived"],
    [1, "false", "NoCoverage"],
    [5, "true", "Killed"],
    [9, "true", "Survived"],
  ]);
  const again = reportOf([
    [1, "true", "Killed"],
    [1, "false", "Survived"],
    [11, "true", "Killed"],
  ]);
  expect(mergeReports(before, again)).toEqual(
    reportOf([
      [1, "true", "Killed"],
      [1, "false", "Survived"],
      [5, "true", "Killed"],
      [9, "true", "Survived"],
    ]),
  );
});
