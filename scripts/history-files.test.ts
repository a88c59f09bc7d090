import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compareVersions } from "../src/history/version-changes.ts";
import { writeHistory } from "../src/site/history-text.ts";
import { historyFile, loadHistories, loadHistory } from "./history-files.ts";

const root = join(import.meta.dirname, "..");

test.for(loadHistories())(
  "what is kept of $emulator is written as it would be today, in the order of releases",
  (history) => {
    expect(readFileSync(join(root, historyFile(history.emulator)), "utf8")).toBe(writeHistory(history));
    const versions = history.runs.map(({ version }) => version);
    expect(versions).toEqual(versions.toSorted(compareVersions));
    expect(new Set(versions).size).toBe(versions.length);
  },
);

test("of an emulator that nobody measured nothing is known", () => {
  expect(loadHistory("nobody")).toEqual({ emulator: "nobody", runs: [] });
});
