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
