import fc from "fast-check";
import { expect, test } from "vitest";
import { difference } from "./difference.ts";

test.for([
  { one: "400 A", other: "400 B", want: ["400 ", "B", ""] },
  { one: "400 InvalidParameterValue", other: "200 ImportKeyPairResponse", want: ["", "200 ImportKeyPairResponse", ""] },
  { one: "the comment x-1-raw", other: "the comment x-1-sdk", want: ["the comment x-1-", "sdk", ""] },
  { one: "a name b", other: "a name, or more b", want: ["a name", ", or more", " b"] },
  { one: "same", other: "same", want: ["same", "", ""] },
  { one: "", other: "all", want: ["", "all", ""] },
  { one: "key 🔑🔑🔑a", other: "key 🔑🔑🔑b", want: ["key 🔑🔑🔑", "b", ""] },
])("$one | $other", ({ one, other, want }) => {
  expect(difference(one, other)[1]).toEqual(want);
});

test("law: the parts are the whole, and their ends are alike", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", " ", ":", "-", "é", "🔑", "1") });
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [first, second] = difference(one, other);
      expect(first.join("")).toBe(one);
      expect(second.join("")).toBe(other);
      expect([first[0], first[2]]).toEqual([second[0], second[2]]);
      expect(first.every((part) => part.isWellFormed())).toBe(true);
    }),
  );
});

test("law: any text, even none that is well-formed, is cut in three", () => {
  const text = fc.string({ unit: "binary" });
  fc.assert(
    fc.property(text, text, (one, other) => {
      expect(difference(one, other).map((parts) => parts.join(""))).toEqual([one, other]);
    }),
  );
});
