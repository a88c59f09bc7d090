import { expect, test } from "vitest";
import { importKeyPair } from "../actions/import-key-pair/import-key-pair.ts";
import type { Case, Scope } from "../model.ts";
import { type ClauseParts, contractOf } from "../testing/nouns.ts";
import { type Answered, clauseOf, failure, observation, success } from "../testing/observations.ts";
import { inScope, isToBeAccepted, scopedClauses } from "./scoped-clauses.ts";

const planned: Case = {
  id: "AAAA-x",
  title: "t",
  area: "name",
  clauses: ["AAAA", "BBBB"],
  needs: [],
  steps: [
    { id: "prepare", action: "ImportKeyPair", input: {}, setup: true },
    { id: "wanted", action: "ImportKeyPair", input: {} },
    { id: "refused", action: "ImportKeyPair", input: {} },
    { id: "look", action: "DescribeKeyPairs", input: {} },
  ],
  judgements: [
    { clause: "AAAA", check: "accepted", steps: ["wanted", "look"] },
    { clause: "AAAA", check: "refused", steps: ["refused"] },
    { clause: "BBBB", check: "finds-only", steps: ["wanted", "look"] },
  ],
};

test.for([
  { given: "prepare", want: true },
  { given: "wanted", want: true },
  { given: "look", want: true },
  { given: "refused", want: false },
  { given: "nobody's", want: false },
])("the step $given is to be accepted: $want", ({ given, want }) => {
  expect(isToBeAccepted(planned, given)).toBe(want);
});

test("a clause that holds for every answer is judged in each case, one among others in theirs", () => {
  const clauses: readonly ClauseParts[] = [
    { id: "AAAA" },
    { id: "EACH", holds: "exchange" },
    { id: "OURS", holds: "error", among: ["CCCC", "BBBB"] },
    { id: "THRS", holds: "error", among: ["CCCC"] },
  ];
  expect(scopedClauses(contractOf(...clauses), planned).map(({ id }) => id)).toEqual(["EACH", "OURS"]);
});

const answers: Readonly<Record<string, Answered>> = {
  success: { step: { id: "wanted" } },
  made: { step: { id: "refused" }, body: success("<keyName>n</keyName>") },
  described: { action: "DescribeKeyPairs", step: { id: "look", action: "DescribeKeyPairs" } },
  error: { step: { id: "wanted" }, status: 400, body: failure("A") },
  "error with 200": { step: { id: "wanted" }, body: failure("A") },
  page: { step: { id: "wanted" }, body: "hello" },
  "page with 404": { step: { id: "wanted" }, status: 404, body: "hello" },
  "page with 399": { step: { id: "wanted" }, status: 399, body: "hello" },
  silence: { step: { id: "wanted" }, trouble: { kind: "timeout", why: "late" } },
};

test.for<{ scope: Scope; want: readonly string[] }>([
  { scope: "exchange", want: Object.keys(answers) },
  { scope: "success", want: ["success", "made", "described", "page", "page with 404", "page with 399", "silence"] },
  { scope: "error", want: ["error", "error with 200", "page with 404"] },
  { scope: "creation", want: ["success"] },
])("the scope $scope is of $want", ({ scope, want }) => {
  const clause = { ...clauseOf("F8AB"), holds: scope };
  const found = Object.entries(answers).filter(([, answer]) =>
    inScope(importKeyPair, planned, clause, observation(answer)),
  );
  expect(found.map(([name]) => name)).toEqual(want);
});

test("a clause without a scope speaks about no observation by itself", () => {
  expect(inScope(importKeyPair, planned, clauseOf("B2MR"), observation())).toBe(false);
});
