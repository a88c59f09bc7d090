import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { defaultAction } from "../../src/actions/actions.ts";
import { loadContract } from "../../src/spec/load-contract.ts";
import { loadScenarios } from "../../src/wrapper/load-scenarios.ts";

// What others keep (known deviations, reports) names scenarios and rules by id. Their titles and texts may change.
const ledger = parse(readFileSync(new URL("permanent-scenarios.yaml", import.meta.url), "utf8")) as {
  readonly rules: Readonly<Record<string, string>>;
  readonly scenarios: Readonly<Record<string, string>>;
};
const base = loadContract(defaultAction().files);
const { scenarios, clauses } = loadScenarios(base);
const rules = [...clauses.values()].filter(({ id }) => !base.clauses.has(id));

test("every scenario is in permanent-scenarios.yaml, and what is gone is called retired there", () => {
  const now = Object.fromEntries(scenarios.map(({ id, area }) => [id, area]));
  const kept = Object.entries(ledger.scenarios).filter(([, area]) => area !== "retired");
  expect(Object.fromEntries(kept)).toEqual(now);
  expect(Object.entries(ledger.scenarios).filter(([id, area]) => area === "retired" && id in now)).toEqual([]);
});

test("so is every rule, with its area and level", () => {
  const now = Object.fromEntries(rules.map(({ id, area, level }) => [id, `${area} ${level}`]));
  const kept = Object.entries(ledger.rules).filter(([, words]) => words !== "retired");
  expect(Object.fromEntries(kept)).toEqual(now);
  expect(Object.entries(ledger.rules).filter(([id, words]) => words === "retired" && id in now)).toEqual([]);
});
