import { expect, test } from "vitest";
import { isOfStatus } from "./is-of-status.ts";

test.for([
  { status: 400, wanted: 400, want: true },
  { status: 400, wanted: 403, want: false },
  { status: undefined, wanted: 400, want: false },
  { status: 400, wanted: "4xx", want: true },
  { status: 499, wanted: "4xx", want: true },
  { status: 503, wanted: "4xx", want: false },
  { status: 503, wanted: "5xx", want: true },
  { status: undefined, wanted: "4xx", want: false },
] as const)("$status is of $wanted: $want", ({ status, wanted, want }) => {
  expect(isOfStatus(status, wanted)).toBe(want);
});
