import { expect, test } from "vitest";
import type { Case, Judgement, Step } from "../model.ts";
import { contractOf, plannedCase } from "../testing/nouns.ts";
import { judgedClauses } from "./judged-clauses.ts";

const contract = contractOf(
  { id: "AAAA" },
  { id: "BBBB", needs: ["iam"] },
  { id: "OPEN", open: true },
  { id: "EACH", holds: "exchange" },
  { id: "GOOD", holds: "success" },
  { id: "BADS", holds: "error" },
  { id: "MADE", holds: "creation" },
  { id: "IAMS", holds: "exchange", needs: ["iam"] },
  { id: "NONE", holds: "exchange", open: true },
  { id: "SOME", holds: "exchange", among: ["BBBB"] },
);

test.for<{
  given: string;
  steps?: readonly Partial<Step>[];
  judgements?: readonly Partial<Judgement>[];
  parts?: Partial<Case>;
  lacks?: Readonly<Record<string, string>>;
  want: readonly string[];
}>([
  { given: "what is to be accepted", judgements: [{}], want: ["AAAA", "EACH", "GOOD", "MADE", "IAMS"] },
  {
    given: "what is to be refused",
    judgements: [{ check: "refused" }],
    want: ["AAAA", "EACH", "BADS", "IAMS"],
  },
  {
    given: "what prepares, and then is to be refused",
    steps: [{ id: "first", setup: true }, {}],
    judgements: [{ check: "refused" }],
    want: ["AAAA", "EACH", "GOOD", "BADS", "MADE", "IAMS"],
  },
  { given: "a look", judgements: [{ check: "finds" }], want: ["AAAA", "EACH", "GOOD", "IAMS"] },
  { given: "what is recorded only", judgements: [{ check: "open" }], want: ["EACH", "GOOD", "IAMS"] },
  {
    given: "an open clause, and one that nobody has",
    judgements: [{ clause: "OPEN" }, { clause: "GONE" }],
    want: ["EACH", "GOOD", "MADE", "IAMS"],
  },
  {
    given: "a case of clauses among which others hold",
    judgements: [{ clause: "BBBB", check: "finds" }],
    parts: { clauses: ["BBBB"] },
    want: ["BBBB", "EACH", "GOOD", "IAMS", "SOME"],
  },
  {
    given: "clauses that need what the target lacks",
    judgements: [{}, { clause: "BBBB" }],
    lacks: { iam: "none" },
    want: ["AAAA", "EACH", "GOOD", "MADE"],
  },
  {
    given: "a case that needs what the target lacks",
    judgements: [{}],
    parts: { needs: ["regions", "iam"] },
    lacks: { iam: "none" },
    want: [],
  },
  {
    given: "a case that needs what the target has",
    judgements: [{ check: "refused" }],
    parts: { needs: ["iam"] },
    lacks: { regions: "one" },
    want: ["AAAA", "EACH", "BADS", "IAMS"],
  },
])("$given is judged by $want", ({ steps = [{}], judgements = [], parts = {}, lacks = {}, want }) => {
  expect([...judgedClauses(contract, plannedCase(steps, judgements, parts), lacks)]).toEqual(want);
});
