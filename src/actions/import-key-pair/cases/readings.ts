import { clauses } from "../clauses.ts";
import type { Sequence } from "./sequence-case.ts";
import { describeStep, judged } from "./steps.ts";

/** Signatures judged on a listing: all that an account can be asked without making anything. */
export function readingSequences(): readonly Sequence[] {
  const needs = ["signatures"] as const;
  return [
    {
      slug: "describe",
      title: "a GET of the listing that is signed in its headers",
      needs,
      steps: [describeStep("describe", {}, { wire: { method: "GET" } })],
      judgements: [judged(clauses.signedGet, "accepted", "describe")],
    },
    {
      slug: "describe",
      title: "a presigned GET of the listing",
      needs,
      steps: [describeStep("describe", {}, { wire: { method: "GET", presigned: true } })],
      judgements: [judged(clauses.presignedGet, "accepted", "describe")],
    },
    {
      slug: "describe",
      title: "a listing that is signed with a wrong secret",
      needs,
      steps: [describeStep("describe", {}, { as: "wrong-secret" })],
      judgements: [judged(clauses.wrongSecret, "refused", "describe")],
    },
    {
      slug: "describe",
      title: "a listing that is signed with an unknown access key",
      needs,
      steps: [describeStep("describe", {}, { as: "unknown-key" })],
      judgements: [judged(clauses.unknownKey, "refused", "describe")],
    },
  ];
}
