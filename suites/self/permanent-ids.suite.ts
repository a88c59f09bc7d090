import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { clauses } from "./contract.ts";

// What others keep (known deviations, reports, links) names clauses by id. Their texts may change.
const ledger = parse(readFileSync(new URL("permanent-ids.yaml", import.meta.url), "utf8")) as Record<string, string>;

test("an id is four characters, and of one clause", () => {
  expect(clauses.filter(({ id }) => !/^[A-Z][A-Z0-9]{3}$/.test(id))).toEqual([]);
  expect(new Set(clauses.map(({ id }) => id)).size).toBe(clauses.length);
});

test("every clause is in permanent-ids.yaml, with its area and level", () => {
  const missing = clauses.filter(({ id, area, level }) => ledger[id] !== `${area} ${level}`);
  expect(missing.map(({ id, area, level }) => `${id}: ${area} ${level}`)).toEqual([]);
});

test("an id whose clause is gone is called retired there, and never used again", () => {
  const used = new Set(clauses.map(({ id }) => id));
  expect(Object.keys(ledger).filter((id) => !used.has(id) && ledger[id] !== "retired")).toEqual([]);
});
