import { expect, test } from "vitest";
import { bitLength, printable } from "./parsed-key.ts";

test.for([
  { given: [1], want: 1 },
  { given: [0x7f], want: 7 },
  { given: [0x80], want: 8 },
  { given: [1, 0], want: 9 },
  { given: [0xff, 0, 0], want: 24 },
])("the number $given has $want bits", ({ given, want }) => {
  expect(bitLength(Uint8Array.from(given))).toBe(want);
});

test.for([
  { given: "ssh-dss", want: '"ssh-dss"' },
  { given: 'a"\u0007', want: '"a\\"\\u0007"' },
  { given: "x".repeat(40), want: `"${"x".repeat(40)}"` },
  { given: "x".repeat(41), want: `"${"x".repeat(40)}…"` },
])("$given is printed as $want", ({ given, want }) => {
  expect(printable(given)).toBe(want);
});
