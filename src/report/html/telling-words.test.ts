import { expect, test } from "vitest";
import { tellingWords } from "./telling-words.ts";

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
