import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { History } from "./history.ts";
import { readHistory, writeHistory } from "./history-text.ts";

const schema = JSON.parse(readFileSync(new URL("../../site/history.schema.json", import.meta.url), "utf8")) as object;

const history: History = {
  emulator: "moto",
  runs: [
    { kind: "untested", version: "3.1.19", tried: "2026-11-29", contract: "0123456789ab", why: 'it said "no"\n' },
    {
      kind: "measured",
      version: "5.2.5",
      released: "2026-11-01",
      tried: "2026-11-29",
      contract: "0123456789ab",
      dependencies: "of-its-day",
      score: { clauses: 3, open: 1, judged: 2, coverage: 1, divergence: 0.5, failed: { must: 1, should: 0, may: 0 } },
      causes: ["name-case-sensitive"],
      verdicts: { B2MR: "pass", Q7UC: "fail", W6WR: "open", A9EF: "pass" },
    },
  ],
};

test("what is written is read again, whatever the order of clauses was", () => {
  const text = writeHistory(history);
  expect(readHistory(text, "moto.json", schema)).toEqual(history);
  expect(writeHistory(readHistory(text, "moto.json", schema))).toBe(text);
});

test("a line a fact, so that a change is seen in a diff", () => {
  const lines = writeHistory(history).split("\n");
  expect(lines).toContain('        "pass": "A9EF B2MR",');
  expect(lines).toContain('      "version": "5.2.5",');
  expect(lines).toContain('      "causes": "name-case-sensitive",');
});

test("nothing measured yet is a history, too", () => {
  const empty = { emulator: "moto", runs: [] };
  expect(readHistory(writeHistory(empty), "moto.json", schema)).toEqual(empty);
});

test.for([
  { given: "{", want: /^Failed to read moto\.json as a history: .*Restore the file/ },
  { given: "{}", want: /the document must have required property/ },
  { given: writeHistory(history).replace("5.2.5", "<b>"), want: /runs\/1/ },
  { given: writeHistory(history).replace("2026-11-01", "yesterday"), want: /runs\/1/ },
  { given: writeHistory(history).replace('"fail": "Q7UC"', '"broken": "Q7UC"'), want: /runs\/1/ },
])("$given is refused, with the field", ({ given, want }) => {
  expect(() => readHistory(given, "moto.json", schema)).toThrow(want);
});
