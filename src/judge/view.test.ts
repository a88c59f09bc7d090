import { expect, test } from "vitest";
import type { Finding } from "../model.ts";
import { type Answered, failure, observation } from "../testing/observations.ts";
import { judgeEach, shown, wireLine } from "./view.ts";

const page: Answered = { status: 404, body: "no", headers: { "content-type": "text/plain" } };
const silent: Answered = { trouble: { kind: "timeout", why: "late" } };

test.for<{ given: string; answer: Answered; inWords: string; onWire: string }>([
  {
    given: "a success",
    answer: { body: "<ImportKeyPairResponse/>" },
    inWords: "200 ImportKeyPairResponse",
    onWire: 'HTTP 200, text/xml;charset=UTF-8, body "<ImportKeyPairResponse/>"',
  },
  {
    given: "an error",
    answer: { status: 400, body: '{"code":"Client.A","message":"b"}' },
    inWords: "400 Client.A: b",
    onWire: `HTTP 400, text/xml;charset=UTF-8, body "{"code":"Client.A","message":"b"}"`,
  },
  {
    given: "a page",
    answer: page,
    inWords: 'HTTP 404, text/plain, body "no" is not well-formed XML: 1:2: text data outside of root node.',
    onWire: 'HTTP 404, text/plain, body "no"',
  },
  { given: "silence", answer: silent, inWords: "late", onWire: "late" },
])("$given, in a line", ({ answer, inWords, onWire }) => {
  expect(shown(observation(answer))).toBe(inWords);
  expect(wireLine(observation(answer))).toBe(onWire);
});

const finding: Finding = { expected: "e", actual: "a" };

test.for<{ given: string; looks: readonly (Finding | "pass" | "not-applicable" | "silent")[]; want: object }>([
  { given: "nothing", looks: [], want: { kind: "not-applicable" } },
  { given: "what does not apply", looks: ["not-applicable"], want: { kind: "not-applicable" } },
  { given: "one that passes", looks: ["not-applicable", "pass", "not-applicable"], want: { kind: "pass" } },
  { given: "the first finding", looks: ["pass", finding, "pass"], want: { kind: "fail", ...finding, step: "1" } },
  {
    given: "the first of two findings",
    looks: [{ ...finding, actual: "b" }, finding],
    want: { kind: "fail", expected: "e", actual: "b", step: "0" },
  },
  { given: "silence", looks: ["silent"], want: { kind: "indeterminate", why: "late 0" } },
  { given: "silence twice", looks: ["silent", "silent"], want: { kind: "indeterminate", why: "late 0" } },
  { given: "silence after a pass", looks: ["pass", "silent"], want: { kind: "pass" } },
  { given: "a pass after silence", looks: ["silent", "pass"], want: { kind: "pass" } },
  { given: "a finding after silence", looks: ["silent", finding], want: { kind: "fail", ...finding, step: "1" } },
  {
    given: "silence beside what does not apply",
    looks: ["silent", "not-applicable"],
    want: { kind: "indeterminate", why: "late 0" },
  },
])("of several observations counts $given", ({ looks, want }) => {
  const seen = looks.map((look, at) =>
    observation({
      step: { id: String(at) },
      ...(look === "silent" ? { trouble: { kind: "timeout", why: `late ${at}` } } : { body: failure("A") }),
    }),
  );
  const judged = judgeEach(seen, ({ step }) => {
    const look = looks[Number(step.id)];
    if (look === undefined || look === "silent") throw new Error("nobody can look at what did not come");
    return look;
  });
  expect(judged).toEqual(want);
});
