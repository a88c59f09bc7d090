import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { faults } from "../../src/actions/import-key-pair/faults/faults.ts";

// One cause, one finding: how many clauses a fault turns red, as docs/kill-matrix.md has it from the last measurement.

const table = readFileSync(new URL("../../docs/kill-matrix.md", import.meta.url), "utf8");
const measured = new Map(
  [...table.matchAll(/^\| `([^`]+)` \|.*\| `\w{4}` \| (\d+)/gm)].map(([, id = "", count]) => [id, Number(count)]),
);

test("every fault was measured, and turned its own clause red", () => {
  expect(faults.filter(({ id }) => !measured.has(id)).map(({ id }) => id)).toEqual([]);
});

test("a fault turns at most two clauses red on average", () => {
  const sum = [...measured.values()].reduce((all, count) => all + count, 0);
  expect(sum / measured.size).toBeLessThanOrEqual(2);
});

test("a fault that turns more than five clauses red says why", () => {
  const unexplained = faults.filter(({ id, wide }) => (measured.get(id) ?? 0) > 5 && wide === undefined);
  expect(unexplained.map(({ id }) => id)).toEqual([]);
});

test("a fault that says why it turns many clauses red does so", () => {
  const narrow = faults.filter(({ id, wide }) => (measured.get(id) ?? 0) <= 5 && wide !== undefined);
  expect(narrow.map(({ id }) => id)).toEqual([]);
});
