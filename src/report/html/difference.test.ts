import fc from "fast-check";
import { expect, test } from "vitest";
import { difference, tellingWords } from "./difference.ts";

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

test.for([
  {
    name: "status and code of a refusal",
    expected: "400 InvalidParameterValue",
    actual: "200 ImportKeyPairResponse",
    wire: "HTTP 200\n<ImportKeyPairResponse>",
    want: ["200", "ImportKeyPairResponse"],
  },
  {
    name: "a code only, where the status is right",
    expected: "400 InvalidKey.Format or InvalidKey",
    actual: "400 InvalidKeyPair.Format: Key is not valid",
    wire: "HTTP 400\n<Code>InvalidKeyPair.Format</Code><Message>Key is not valid</Message>",
    want: ["InvalidKeyPair.Format"],
  },
  {
    name: "a page of a crash",
    expected: "a status below 500",
    actual: 'HTTP 500, text/html, body "<!doctype html>"',
    wire: "HTTP 500\ncontent-type: text/html",
    want: ["text/html"],
  },
  {
    name: "a value as a whole",
    expected: "aa= (sha256-ssh)",
    actual: "c3:ef",
    wire: "<keyFingerprint>c3:ef</keyFingerprint>",
    want: ["c3:ef"],
  },
  {
    name: "a quoted value",
    expected: "a UUID",
    actual: '"request-id"',
    wire: "<requestId>request-id</requestId>",
    want: ["request-id"],
  },
  {
    name: "what is absent",
    expected: "keyPairId key-1",
    actual: "no keyPairId",
    wire: "<return>true</return>",
    want: [],
  },
])("$name", ({ expected, actual, wire, want }) => {
  expect(tellingWords(expected, actual, wire)).toEqual(want);
});
