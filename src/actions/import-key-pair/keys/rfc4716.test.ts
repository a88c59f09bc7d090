import { expect, test } from "vitest";
import { wrap, writeRfc4716 } from "./rfc4716.ts";

const blob = new Uint8Array(54).fill(0xff);

test("a file has its markers, its headers in their order, and the base64 in lines of 70", () => {
  expect(writeRfc4716(blob, { Comment: "a", "x-b": "c" })).toBe(`---- BEGIN SSH2 PUBLIC KEY ----
Comment: a
x-b: c
${"/".repeat(70)}
//
---- END SSH2 PUBLIC KEY ----
`);
  expect(writeRfc4716(blob.subarray(0, 3))).toBe(
    "---- BEGIN SSH2 PUBLIC KEY ----\n////\n---- END SSH2 PUBLIC KEY ----\n",
  );
});

test.for([
  { given: 69, want: [`Tag: ${"x".repeat(67)}`] },
  { given: 70, want: [`Tag: ${"x".repeat(66)}\\`, "xx"] },
  { given: 140, want: [`Tag: ${"x".repeat(66)}\\`, `${"x".repeat(71)}\\`, "x"] },
])("a header of $given characters is in lines of 72 at most", ({ given, want }) => {
  const value = "x".repeat(given - 2);
  expect(writeRfc4716(blob, { Tag: value }).split("\n").slice(1, -4)).toEqual(want);
});

test.for([
  { given: "abcde", width: 2, want: ["ab", "cd", "e"] },
  { given: "abcd", width: 2, want: ["ab", "cd"] },
  { given: "a\nb", width: 2, want: ["a\n", "b"] },
  { given: "", width: 2, want: [] },
])('"$given" in pieces of $width', ({ given, width, want }) => {
  expect(wrap(given, width)).toEqual(want);
});
