import { expect, test } from "vitest";
import { clauseWith, reportOf } from "../testing/reports.ts";
import { gates, gatingWords } from "./gating.ts";

test.for([
  { level: "must", since: "0.1", gate: { level: "must" }, want: true },
  { level: "should", since: "0.1", gate: { level: "must" }, want: false },
  { level: "must", since: "0.2", gate: { level: "must", asOf: "0.1" }, want: false },
  { level: "should", since: "0.1", gate: { level: "may", asOf: "0.1" }, want: true },
  { level: "may", since: "0.2", gate: { level: "may", asOf: "0.10" }, want: true },
] as const)("a $level since $since, where $gate.level as of $gate.asOf gates: $want", ({ gate, want, ...clause }) => {
  expect(gates(clause, gate)).toBe(want);
});

const later = { since: "0.2" };

test.for([
  { asOf: undefined, failing: 0, want: "must gates" },
  { asOf: "0.1", failing: 0, want: "must gates, as of 0.1" },
  { asOf: "0.1", failing: 1, want: "must gates, as of 0.1 (1 later clause fails)" },
  { asOf: "0.1", failing: 2, want: "must gates, as of 0.1 (2 later clauses fail)" },
  { asOf: "0.2", failing: 2, want: "must gates, as of 0.2" },
])("as of $asOf, $failing of 0.2 failing: $want", ({ asOf, failing, want }) => {
  const clauses = ["B2MR", "Q7UC"].map((id, at) => clauseWith(id, at < failing ? "fail" : "pass", later));
  expect(gatingWords(reportOf({ clauses, run: asOf === undefined ? {} : { asOf } }))).toBe(want);
});
