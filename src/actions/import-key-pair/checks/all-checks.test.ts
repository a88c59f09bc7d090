import { expect, test } from "vitest";
import { contract, judged } from "../../../testing/observations.ts";
import { checksWithRows } from "../../../testing/test-checks.ts";
import { allChecks } from "./all-checks.ts";

test("every check has rows in a table beside it", () => {
  expect(checksWithRows(new URL(".", import.meta.url))).toEqual(Object.keys(allChecks).toSorted());
});

test("every check that a clause or a case names exists", () => {
  const named = [...contract.clauses.values()].flatMap(({ check }) => check ?? []);
  for (const name of named) expect(() => judged(name, [])).not.toThrow();
  expect(named.length).toBeGreaterThan(30);
});
