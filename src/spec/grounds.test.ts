import { expect, test } from "vitest";
import { confidenceOf } from "./grounds.ts";

const [there, elsewhere] = [{ sources: ["a"] }, { sources: ["a"], sibling: true }] as const;

test.each([
  { given: { documented: there, observed: there }, want: "certain" },
  { given: { documented: there, observed: elsewhere }, want: "firm" },
  { given: { documented: there }, want: "firm" },
  { given: { observed: there }, want: "firm" },
  { given: { observed: elsewhere }, want: "sibling" },
  { given: { observed: elsewhere, inferred: "it follows" }, want: "sibling" },
  { given: { inferred: "it follows" }, want: "inferred" },
  { given: {}, want: undefined },
])("$given: $want", ({ given, want }) => {
  expect(confidenceOf(given)).toBe(want);
});
