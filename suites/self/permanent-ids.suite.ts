import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { Clause } from "../../src/model.ts";
import { packageVersion } from "../../src/report/package-version.ts";
import { laterClauses } from "../../src/spec/since.ts";
import { clauses } from "./contract.ts";

// What others keep (known deviations, reports, links) names clauses by id. Their texts may change.
const ledger = parse(readFileSync(new URL("permanent-ids.yaml", import.meta.url), "utf8")) as Record<string, string>;

test("an id is four characters, and of one clause", () => {
  expect(clauses.filter(({ id }) => !/^[A-Z][A-Z0-9]{3}$/.test(id))).toEqual([]);
  expect(new Set(clauses.map(({ id }) => id)).size).toBe(clauses.length);
});

const first = "0.1";
const lineOf = ({ area, level, since }: Clause): string =>
  since === first ? `${area} ${level}` : `${area} ${level} since ${since}`;

test("every clause is in permanent-ids.yaml, with its area and level, and the version with which it came", () => {
  const missing = clauses.filter((clause) => ledger[clause.id] !== lineOf(clause));
  expect(missing.map((clause) => `${clause.id}: ${lineOf(clause)}`)).toEqual([]);
});

test("no clause is of a version that is still to come", () => {
  expect([...laterClauses(clauses, packageVersion())]).toEqual([]);
});

test("an id whose clause is gone is called retired there, and never used again", () => {
  const used = new Set(clauses.map(({ id }) => id));
  expect(Object.keys(ledger).filter((id) => !used.has(id) && ledger[id] !== "retired")).toEqual([]);
});
