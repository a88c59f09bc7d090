import { expect, test } from "vitest";
import type { Verdict } from "../model.ts";
import { contract } from "../testing/observations.ts";
import { type Sign, signsOf } from "./sign.ts";

const raw = { clause: "Q7UC", drive: "raw" } as const;
const sdk = { clause: "Q7UC", drive: "sdk" } as const;

const kindOf = (verdicts: readonly Verdict[]): Sign["kind"] | undefined =>
  signsOf(contract, [{ id: "Q7UC-absent", verdicts }])[0]?.kind;

test.for([
  { verdicts: [{ ...raw, verdict: "pass" }], want: "green" },
  { verdicts: [{ ...raw, verdict: "fail", expected: "a", actual: "b" }], want: "red" },
  {
    verdicts: [{ ...raw, verdict: "indeterminate", blockedBy: "Z3R6", expected: "a", actual: "b" }],
    want: "blocked",
  },
  { verdicts: [{ ...raw, verdict: "indeterminate", blockedBy: "Z3R6", why: "nothing to see" }], want: undefined },
  { verdicts: [{ ...raw, verdict: "indeterminate", why: "timeout" }], want: undefined },
  { verdicts: [{ ...raw, verdict: "skip", why: "iam" }], want: undefined },
  { verdicts: [{ ...raw, verdict: "open" }], want: undefined },
  { verdicts: [], want: undefined },
  {
    verdicts: [
      { ...raw, verdict: "pass" },
      { ...sdk, verdict: "fail", expected: "a", actual: "b" },
    ],
    want: "red",
  },
  {
    verdicts: [
      { ...sdk, verdict: "pass" },
      { ...raw, verdict: "indeterminate", why: "timeout" },
    ],
    want: "green",
  },
] satisfies readonly { verdicts: readonly Verdict[]; want: Sign["kind"] | undefined }[])(
  "verdicts are a sign: $want",
  ({ verdicts, want }) => {
    expect(kindOf(verdicts)).toBe(want);
  },
);

/** The sign of one failure. */
function signAs(clause: string, actual: string, { drive = "raw" as "raw" | "sdk", expected = "it" } = {}) {
  const [sign] = signsOf(contract, [
    { id: "a-case", verdicts: [{ clause, drive, verdict: "fail", expected, actual }] },
  ]);
  if (sign?.kind !== "red") return expect.fail("a failure has no sign");
  return sign;
}

const seenAs = (clause: string, actual: string) => signAs(clause, actual).value;

test.for([
  {
    name: "the names of a run",
    clause: "B6A9",
    one: '"ec2c-tp91b3-d901d77a-dbd3-x-raw"',
    other: '"ec2c-tp91zi-8bce8dc0-26cf-x-raw"',
  },
  { name: "the message behind a code", clause: "Q7UC", one: "400 Wrong: no", other: "400 Wrong: another" },
  { name: "what CloudTrail puts before it", clause: "Q7UC", one: "400 Wrong: no", other: "400 Client.Wrong: no" },
  { name: "the status beside a code", clause: "Q7UC", one: "400 Wrong: no", other: "422 Wrong: no" },
  { name: "the code beside a status", clause: "T9QW", one: "404 Wrong: no", other: "404 Other: no" },
  {
    name: "the body of a page",
    clause: "Z3R6",
    one: 'HTTP 500, text/html, body "a"',
    other: "HTTP 500, text/html; charset=utf-8",
  },
  { name: "other keys in a list", clause: "M9TY", one: "2 key pairs: a, b", other: "11 key pairs: c, d" },
  { name: "the last slash of a namespace", clause: "Z4JN", one: 'xmlns="http://a/b"', other: 'xmlns="http://a/b/"' },
  { name: "the text of a message", clause: "R7ZN", one: '"no key"', other: '"nothing"' },
  {
    name: "the form of another request's id",
    clause: "V4WJ",
    one: "x-amzn-requestid: A1",
    other: "x-amzn-requestid: b-2-c",
  },
])("a value does not depend on $name", ({ clause, one, other }) => {
  expect(seenAs(clause, one)).toBe(seenAs(clause, other));
});

test.for([
  { name: "the code", clause: "Q7UC", one: "400 Wrong: no", other: "400 Other: no" },
  { name: "the status, where statuses are judged", clause: "T9QW", one: "404 Wrong: no", other: "200 Wrong: no" },
  { name: "what was answered", clause: "Q7UC", one: "200 ImportKeyPairResponse", other: "200 Response" },
  { name: "a fingerprint", clause: "X6B3", one: "aa:bb", other: "aa:bc" },
  { name: "that no key is listed", clause: "M9TY", one: "0 key pairs: none", other: "2 key pairs: a, b" },
  { name: "the type of a page", clause: "Z3R6", one: "HTTP 500, text/html", other: "HTTP 500, text/xml" },
])("a value tells $name", ({ clause, one, other }) => {
  expect(seenAs(clause, one)).not.toBe(seenAs(clause, other));
});

test("nor on the code where a success is wanted", () => {
  const wanted = { expected: "200 ImportKeyPairResponse" };
  expect(signAs("B6BZ", "400 Wrong: no", wanted).form).toBe(signAs("B6BZ", "422 Other: no", wanted).form);
});

test("by whichever drive it was seen", () => {
  const name = (drive: string): string => `"ec2c-tp91b3-d901d77a-dbd3-x-${drive}" is gone`;
  expect(signAs("B6A9", name("sdk"), { drive: "sdk" }).value).toBe(seenAs("B6A9", name("raw")));
});

const formAs = (actual: string) => signAs("C4HU", actual).form;

test.for([
  { one: "key-0123456789abcdef0", other: "key-fedcba98765432100", same: true },
  { one: "key-0123456789abcdef0", other: "key-01234567", same: false },
  { one: "key-0123456789ABCDEF0", other: "key-0123456789abcdef0", same: false },
  { one: "kp-0123456789abcdef0", other: "key-0123456789abcdef0", same: false },
  { one: "ab:cd:ef:01", other: "23:45:67:89", same: true },
  { one: "ab:cd:ef:01", other: "abcdef01", same: false },
  {
    one: "a:cd:ef:01:ab:cd:ef:01:ab:cd:ef:01:ab:cd:ef:01",
    other: "ab:cd:ef:01:ab:c:e:01:ab:cd:ef:01:ab:cd:ef:01",
    same: true,
  },
  {
    one: "a:cd:ef:01:ab:cd:ef:01:ab:cd:ef:01:ab:cd:ef:01",
    other: "0a:cd:ef:01:ab:cd:ef:01:ab:cd:ef:01:ab:cd:ef:01",
    same: false,
  },
])("$one and $other are of one form: $same", ({ one, other, same }) => {
  expect(formAs(one) === formAs(other)).toBe(same);
});
