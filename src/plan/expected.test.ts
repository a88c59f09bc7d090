import { expect, test } from "vitest";
import type { Judgement, Step } from "../model.ts";
import { plannedCase, stepOf } from "../testing/nouns.ts";
import { expectedOf } from "./expected.ts";

test.for<{ given: string; step?: Partial<Step>; judgements?: readonly Partial<Judgement>[]; want: string }>([
  { given: "what is to be accepted", judgements: [{ check: "accepted" }], want: "made" },
  { given: "what is to be refused", judgements: [{ check: "refused" }], want: "refused" },
  { given: "what is judged in both ways", judgements: [{ check: "accepted" }, { check: "refused" }], want: "refused" },
  { given: "what only prepares", step: { setup: true }, want: "made" },
  {
    given: "what prepares and is to be refused",
    step: { setup: true },
    judgements: [{ check: "refused" }],
    want: "refused",
  },
  { given: "what is only recorded", judgements: [{ check: "open" }], want: "unknown" },
  { given: "what nobody judges", want: "unknown" },
  { given: "another step's judgement", judgements: [{ check: "accepted", steps: ["other"] }], want: "unknown" },
  { given: "a dry run", step: { input: { DryRun: true } }, judgements: [{ check: "accepted" }], want: "refused" },
  { given: "no dry run", step: { input: { DryRun: false } }, judgements: [{ check: "accepted" }], want: "made" },
])("$given is $want", ({ step = {}, judgements = [], want }) => {
  expect(expectedOf(plannedCase([step], judgements), stepOf(step))).toBe(want);
});
