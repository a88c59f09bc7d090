import { expect, test } from "vitest";
import { clauseWith } from "../../testing/reports.ts";
import { knownMarks } from "./known.ts";

const clauses = [
  clauseWith("B2MR", "fail"),
  clauseWith("Q7UC", "fail"),
  clauseWith("G6JG", "pass"),
  clauseWith("N4JA", "pass"),
];
const entry = { clause: "G6JG", reason: "r", review: "2026-01-01" };

test("a failing clause is new or known, a passing one that is listed is stale", () => {
  const known = {
    exact: false,
    matched: 1,
    unlisted: [{ clause: "B2MR" }],
    stale: [{ entry, why: "it passes" }],
    overdue: [],
  };
  expect([...knownMarks(clauses, known)]).toEqual([
    ["B2MR", "new"],
    ["Q7UC", "known"],
    ["G6JG", "stale"],
  ]);
});

test("without a list there are no marks", () => {
  expect(knownMarks(clauses, undefined).size).toBe(0);
});
