import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { contract, judged } from "../../../testing/observations.ts";
import { allChecks } from "./all-checks.ts";

test("every check has rows in a table beside it", () => {
  const folder = new URL(".", import.meta.url);
  const tables = readdirSync(folder).filter((file) => file.endsWith(".test.ts"));
  const texts = tables.map((file) => readFileSync(new URL(file, folder), "utf8")).join("");
  const tested = new Set([...texts.matchAll(/check: "([\w-]+)"/g)].map(([, name]) => name));
  expect([...tested].toSorted()).toEqual(Object.keys(allChecks).toSorted());
});

test("every check that a clause or a case names exists", () => {
  const named = [...contract.clauses.values()].flatMap(({ check }) => check ?? []);
  for (const name of named) expect(() => judged(name, [])).not.toThrow();
  expect(named.length).toBeGreaterThan(30);
});
