import { expect, test } from "vitest";
import { faults } from "../../src/actions/import-key-pair/faults/faults.ts";
import { areas } from "../../src/model.ts";
import { contract, judgedClauses } from "./contract.ts";

test("every clause that can fail has a fault that makes it fail", () => {
  const claimed = new Set(faults.map(({ clause }) => clause));
  expect(judgedClauses.filter(({ id }) => !claimed.has(id)).map(({ id, text }) => `${id}: ${text}`)).toEqual([]);
});

test("every fault claims a clause that can fail, in the area of that clause", () => {
  const judged = new Set(judgedClauses.map(({ id }) => id));
  expect(faults.filter(({ clause }) => !judged.has(clause)).map(({ id }) => id)).toEqual([]);
  expect(faults.filter(({ clause, area }) => contract.clauses.get(clause)?.area !== area).map(({ id }) => id)).toEqual(
    [],
  );
});

test("at least twenty faults are bugs that emulators really had", () => {
  const bugs = faults.flatMap(({ id, bug }) => (bug === undefined ? [] : [{ id, ...bug }]));
  expect(bugs.length).toBeGreaterThanOrEqual(20);
  expect(bugs.filter(({ emulator, link }) => emulator === "" || !(link ?? "https://").startsWith("https://"))).toEqual(
    [],
  );
});

test("every fault has an id of its own, a sentence and an area", () => {
  expect(new Set(faults.map(({ id }) => id)).size).toBe(faults.length);
  for (const { id, summary, area } of faults) {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(summary).toMatch(/^\S.*\.$/);
    expect(areas).toContain(area);
  }
});
