import { expect, test } from "vitest";
import { readMagnitude, readString, writeMagnitude, writeStrings } from "./wire-string.ts";

const bytes = (...given: readonly number[]) => Uint8Array.of(...given);

test.for([
  { given: bytes(0, 0, 0, 0), at: 0, want: { value: bytes(), next: 4 } },
  { given: bytes(0, 0, 0, 2, 7, 8), at: 0, want: { value: bytes(7, 8), next: 6 } },
  { given: bytes(0, 0, 0, 1, 7, 8), at: 0, want: { value: bytes(7), next: 5 } },
  { given: bytes(9, 0, 0, 0, 1, 7), at: 1, want: { value: bytes(7), next: 6 } },
  { given: bytes(0, 0, 0), at: 0, want: undefined },
  { given: bytes(0, 0, 0, 0), at: 1, want: undefined },
  { given: bytes(0, 0, 0, 2, 7), at: 0, want: undefined },
  { given: bytes(0xff, 0xff, 0xff, 0xff, 7), at: 0, want: undefined },
])("the string at $at of $given is $want", ({ given, at, want }) => {
  expect(readString(given, at)).toEqual(want);
});

test("a string is read within a larger buffer", () => {
  expect(readString(bytes(1, 1, 1, 1, 0, 0, 0, 1, 7).subarray(4), 0)).toEqual({ value: bytes(7), next: 5 });
});

test.for([
  { given: [], want: bytes() },
  { given: [bytes()], want: bytes(0, 0, 0, 0) },
  { given: [bytes(7, 8), bytes(9)], want: bytes(0, 0, 0, 2, 7, 8, 0, 0, 0, 1, 9) },
])("$given are written as $want", ({ given, want }) => {
  expect(writeStrings(given)).toEqual(want);
});

test.for([
  { given: bytes(5), want: bytes(5) },
  { given: bytes(0x7f, 1), want: bytes(0x7f, 1) },
  { given: bytes(0, 0x80), want: bytes(0x80) },
  { given: bytes(0, 0, 5, 0), want: bytes(5, 0) },
  { given: bytes(0x80), want: undefined },
  { given: bytes(0), want: undefined },
  { given: bytes(), want: undefined },
])("the mpint $given is the number $want", ({ given, want }) => {
  expect(readMagnitude(given)).toEqual(want);
});

test.for([
  { given: bytes(5), want: bytes(5) },
  { given: bytes(0x7f), want: bytes(0x7f) },
  { given: bytes(0x80, 1), want: bytes(0, 0x80, 1) },
  { given: bytes(0, 0, 5), want: bytes(5) },
  { given: bytes(), want: bytes() },
])("the number $given is the mpint $want", ({ given, want }) => {
  expect(writeMagnitude(given)).toEqual(want);
});
