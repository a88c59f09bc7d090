import { expect, test } from "vitest";
import type { Verdict } from "../model.ts";
import { type Answered, failure, observation, success } from "../testing/observations.ts";
import { attribute } from "./attribute.ts";

const verdict = (drive: Verdict["drive"], kind: Verdict["verdict"], clause = "M3P2"): Verdict => ({
  clause,
  drive,
  verdict: kind,
});
const name = success("<keyName>n</keyName>");
const raw: Answered = { body: name };
const sdk: Answered = { body: name, parsed: { kind: "output", output: {} } };
const refused: Answered = {
  status: 400,
  body: failure("InvalidParameterValue"),
  parsed: { kind: "error", name: "InvalidParameterValue", message: "no" },
};

const blamed = (verdicts: readonly Verdict[], one: readonly Answered[], other: readonly Answered[]) =>
  attribute(verdicts, one.map(observation), other.map(observation));

test("nothing is said where the drives agree, or only one spoke", () => {
  expect(blamed([verdict("raw", "fail"), verdict("sdk", "fail")], [raw], [sdk])).toEqual([]);
  expect(blamed([verdict("raw", "fail")], [raw], [])).toEqual([]);
  expect(blamed([verdict("sdk", "fail")], [], [sdk])).toEqual([]);
});

test("answers that differ on the wire are the target's doing", () => {
  expect(blamed([verdict("raw", "pass"), verdict("sdk", "fail")], [raw], [refused])).toEqual([
    {
      clause: "M3P2",
      raw: "pass",
      sdk: "fail",
      fault: "target",
      why: `at the step request it answers our request with "200 ImportKeyPairResponse", and the SDK's with "400 InvalidParameterValue: no"`,
    },
  ]);
});

test("a silence to one of them is the target's doing", () => {
  const late: Answered = {
    trouble: { kind: "timeout", why: "late" },
    parsed: { kind: "error", name: "Error", message: "late" },
  };
  expect(blamed([verdict("raw", "pass"), verdict("sdk", "indeterminate")], [raw], [late])).toMatchObject([
    { fault: "target" },
  ]);
});

test("what only the raw drive sees is the target's doing, which the SDK hides", () => {
  expect(blamed([verdict("raw", "fail"), verdict("sdk", "pass")], [raw], [sdk])).toMatchObject([
    { fault: "target", why: "the answers are alike on the wire; the SDK hides what is wrong with them" },
  ]);
});

test("what only the SDK gets wrong is its own doing", () => {
  expect(blamed([verdict("raw", "pass"), verdict("sdk", "fail")], [raw], [sdk])).toMatchObject([
    { fault: "sdk", why: "the answers are alike on the wire; the SDK reads them otherwise" },
  ]);
});

test("each clause is told apart", () => {
  const verdicts = [
    verdict("raw", "pass", "AAAA"),
    verdict("sdk", "fail", "AAAA"),
    verdict("raw", "pass", "BBBB"),
    verdict("sdk", "pass", "BBBB"),
  ];
  expect(blamed(verdicts, [raw], [sdk]).map(({ clause }) => clause)).toEqual(["AAAA"]);
});

test.for<{ given: string; raw: Answered; sdk: Answered; alike: boolean }>([
  { given: "the same answer", raw: {}, sdk: {}, alike: true },
  { given: "other members", raw: { body: success("<a/>") }, sdk: { body: success("<b/>") }, alike: true },
  { given: "another root", raw: { body: "<ab/>" }, sdk: { body: "<ac/>" }, alike: false },
  { given: "another status", raw: { status: 200 }, sdk: { status: 201 }, alike: false },
  {
    given: "a declaration in front of one",
    raw: { body: `<?xml version="1.0"?>${success()}` },
    sdk: { body: success() },
    alike: true,
  },
  {
    given: "another code",
    raw: { status: 400, body: failure("InvalidA") },
    sdk: { status: 400, body: failure("InvalidB") },
    alike: false,
  },
  {
    given: "the same code, and another message",
    raw: { status: 400, body: failure("InvalidA", "one") },
    sdk: { status: 400, body: failure("InvalidA", "other") },
    alike: true,
  },
  { given: "text without elements", raw: { body: "a" }, sdk: { body: "b" }, alike: true },
  { given: "nothing and text without elements", raw: { body: "" }, sdk: { body: "b" }, alike: true },
  {
    given: "the same silence",
    raw: { trouble: { kind: "timeout", why: "late" } },
    sdk: { trouble: { kind: "timeout", why: "later" } },
    alike: true,
  },
  {
    given: "another silence",
    raw: { trouble: { kind: "timeout", why: "late" } },
    sdk: { trouble: { kind: "reset", why: "cut" } },
    alike: false,
  },
])("$given counts as one answer: $alike", ({ raw: one, sdk: other, alike }) => {
  const [told] = blamed([verdict("raw", "pass"), verdict("sdk", "fail")], [one], [other]);
  expect(told?.fault).toBe(alike ? "sdk" : "target");
});

test("what was not said under both drives is not compared", () => {
  expect(blamed([verdict("raw", "pass"), verdict("sdk", "fail")], [raw, refused], [sdk])).toMatchObject([
    { fault: "sdk" },
  ]);
});

test("an exchange of which nothing is known is one of no answer", () => {
  const [nothing] = [observation()].map(({ exchange: { response: _, ...exchange }, step, sent }) => ({
    ...{ step, sent, exchange },
    ...{ kind: "unanswered" as const, why: "no answer" },
  }));
  const silences = nothing === undefined ? [] : [nothing];
  const verdicts = [verdict("raw", "pass"), verdict("sdk", "fail")];
  expect(attribute(verdicts, silences, silences)).toMatchObject([{ fault: "sdk" }]);
  expect(attribute(verdicts, silences, [observation()])).toMatchObject([{ fault: "target" }]);
});
