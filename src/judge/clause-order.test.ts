import { expect, test } from "vitest";
import { contractOf } from "../testing/nouns.ts";
import { basesOf, firstOf, rank } from "./clause-order.ts";

const contract = contractOf(
  { id: "MAY1", level: "may" },
  { id: "SHLD", level: "should" },
  { id: "MUS1" },
  { id: "MUS2", after: ["MUS1", "SHLD"] },
  { id: "TOP1", after: ["MUS2", "MAY1"] },
  { id: "RNG1", after: ["RNG2"] },
  { id: "RNG2", after: ["RNG3"] },
  { id: "RNG3", after: ["RNG1", "RNG2", "GONE"] },
);
const clauseOf = (id: string) =>
  contract.clauses.get(id) ?? { id, area: "name", level: "must", since: "0.1", text: "" };

test("a must weighs more than a should, and that more than a may; what is unknown weighs least", () => {
  expect(["MUS1", "SHLD", "MAY1", "GONE"].map((id) => rank(contract, id))).toEqual([0, 1, 2, 2]);
});

test.for([
  { given: ["MAY1", "SHLD", "MUS2", "MUS1"], want: "MUS1" },
  { given: ["MUS2", "MUS1"], want: "MUS1" },
  { given: ["MAY1", "SHLD"], want: "SHLD" },
  { given: ["TOP1"], want: "TOP1" },
  { given: [], want: "" },
])("the first of $given is $want: by level, then as the contract has them", ({ given, want }) => {
  expect(firstOf(contract, given)).toBe(want);
});

test.for([
  { given: "MUS1", want: [] },
  { given: "MUS2", want: ["MUS1", "SHLD"] },
  { given: "TOP1", want: ["MUS2", "MAY1", "MUS1", "SHLD"] },
  { given: "RNG1", want: ["RNG2", "RNG3", "GONE"] },
] as const)("$given builds on $want, the nearest first, never on itself, and each once", ({ given, want }) => {
  expect(basesOf(contract, clauseOf(given) as never)).toEqual(want);
});
