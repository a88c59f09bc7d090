import { expect, test } from "vitest";
import { importKeyPair } from "../actions/import-key-pair/import-key-pair.ts";
import type { Judgement, Premise, Step, Verdict } from "../model.ts";
import { plannedCase } from "../testing/nouns.ts";
import { type Answered, contract, failure, observation } from "../testing/observations.ts";
import type { Judging } from "./judging.ts";
import { spoiledBefore, unprovedOf } from "./preconditions.ts";

const judging: Judging = { contract, action: importKeyPair, authority: "observed", lacks: {} };
const refused: Answered = { status: 400, body: failure("InvalidKey.Format") };
const silent: Answered = { trouble: { kind: "timeout", why: "late" } };
const broken: Answered = { trouble: { kind: "broken", why: "no HTTP" } };
const blamed = (clause: string, step = "first", why = "InvalidKey.Format") => ({
  why: `the step ${step} was not accepted: ${why}`,
  blockedBy: clause,
});

const premise = (outcome: Premise["outcome"]): Premise => ({ outcome, clause: "BBBB" });
const first: Partial<Step> = { id: "first", setup: true };
const second: Partial<Step> = { id: "second" };
const look: Partial<Step> = { id: "look", action: "DescribeKeyPairs", input: {} };

test.for<{
  given: string;
  steps?: readonly Partial<Step>[];
  judgement: Partial<Judgement>;
  others?: readonly Partial<Judgement>[];
  answers: readonly (Answered | undefined)[];
  want: object | undefined;
}>([
  { given: "all was accepted", judgement: { steps: ["look"] }, answers: [{}, {}, {}], want: undefined },
  {
    given: "a step that prepares was refused",
    judgement: { steps: ["look"], check: "finds" },
    answers: [refused, {}, {}],
    want: blamed("M3P2"),
  },
  {
    given: "a step that prepares was answered by nonsense",
    judgement: { steps: ["look"], check: "finds" },
    answers: [broken, {}, {}],
    want: blamed("M3P2", "first", "no HTTP"),
  },
  {
    given: "a step that prepares, and whose acceptance is judged, was refused",
    judgement: { steps: ["look"], check: "finds" },
    others: [{ clause: "BBBB", check: "accepted", steps: ["second", "first"] }],
    answers: [refused, {}, {}],
    want: blamed("BBBB"),
  },
  {
    given: "a step that prepares is to be refused elsewhere",
    judgement: { steps: ["look"], check: "finds" },
    others: [{ clause: "BBBB", check: "refused", steps: ["first"] }],
    answers: [refused, {}, {}],
    want: blamed("M3P2"),
  },
  {
    given: "whether it is accepted is the question",
    judgement: { steps: ["first"], check: "accepted" },
    answers: [refused],
    want: undefined,
  },
  {
    given: "whether both are accepted is the question",
    judgement: { steps: ["first", "look"], check: "accepted" },
    answers: [refused, {}, {}],
    want: undefined,
  },
  {
    given: "whether both are refused is the question",
    judgement: { steps: ["first", "look"], check: "refused" },
    answers: [refused, {}, {}],
    want: undefined,
  },
  {
    given: "the question is about what was prepared, and about a look at it",
    judgement: { steps: ["first", "look"], check: "finds" },
    answers: [refused, {}, {}],
    want: blamed("M3P2"),
  },
  {
    given: "the question is about the last step, which was refused",
    judgement: { steps: ["first", "look"], check: "finds" },
    answers: [{}, {}, refused],
    want: undefined,
  },
  {
    given: "a step between, that nobody needs accepted, was refused",
    judgement: { steps: ["look"], check: "finds" },
    answers: [{}, refused, {}],
    want: undefined,
  },
  {
    given: "a step of its own, that nobody wants accepted, was refused",
    judgement: { steps: ["second", "look"], check: "nothing-made" },
    answers: [{}, refused, {}],
    want: undefined,
  },
  {
    given: "a step of its own, that another judgement wants accepted, was refused",
    judgement: { steps: ["second", "look"], check: "finds" },
    others: [{ clause: "BBBB", check: "accepted", steps: ["second"] }],
    answers: [{}, refused, {}],
    want: blamed("BBBB", "second"),
  },
  {
    given: "a step of others, that another judgement wants accepted, was refused",
    judgement: { steps: ["look"], check: "finds" },
    others: [{ clause: "BBBB", check: "accepted", steps: ["second"] }],
    answers: [{}, refused, {}],
    want: undefined,
  },
  {
    given: "a step before was not answered",
    judgement: { steps: ["look"], check: "finds" },
    answers: [{}, silent, {}],
    want: { why: "the step second before it was not answered: late" },
  },
  {
    given: "a step that prepares was not answered",
    judgement: { steps: ["look"], check: "finds", silence: "judged" },
    answers: [silent, {}, {}],
    want: { why: "the step first before it was not answered: late" },
  },
  {
    given: "its own step was not answered",
    judgement: { steps: ["second"], check: "accepted" },
    answers: [{}, silent, {}],
    want: { why: "late" },
  },
  {
    given: "its own step was not answered, and it says itself what that means",
    judgement: { steps: ["second"], check: "answered", silence: "judged" },
    answers: [{}, silent, {}],
    want: undefined,
  },
  {
    given: "a step behind it was not answered",
    judgement: { steps: ["second"], check: "accepted" },
    answers: [{}, {}, silent],
    want: undefined,
  },
  {
    given: "a step between the two of its own was not answered",
    judgement: { steps: ["look", "first"], check: "finds" },
    answers: [{}, silent, {}],
    want: { why: "the step second before it was not answered: late" },
  },
  {
    given: "a step that has to be refused was refused",
    steps: [{ id: "first", premise: premise("refused") }, second, look],
    judgement: { steps: ["look"], check: "finds-nothing" },
    answers: [refused, {}, {}],
    want: undefined,
  },
  {
    given: "a step that has to be refused was accepted",
    steps: [{ id: "first", premise: premise("refused") }, second, look],
    judgement: { steps: ["look"], check: "finds-nothing" },
    answers: [{}, {}, {}],
    want: { why: "the step first before it was not refused, as BBBB wants it", blockedBy: "BBBB" },
  },
  {
    given: "a step that has to be accepted was refused",
    steps: [{ id: "first", premise: premise("accepted") }, second, look],
    judgement: { steps: ["look"], check: "finds" },
    answers: [refused, {}, {}],
    want: { why: "the step first before it was not accepted, as BBBB wants it", blockedBy: "BBBB" },
  },
  {
    given: "a step that has to be accepted was not answered",
    steps: [{ id: "first", premise: premise("accepted") }, second, look],
    judgement: { steps: ["look"], check: "finds" },
    answers: [silent, {}, {}],
    want: { why: "the step first before it was not answered: late" },
  },
  {
    given: "whether it is refused is the question",
    steps: [{ id: "first", premise: premise("refused") }, second, look],
    judgement: { steps: ["first"], check: "refused" },
    answers: [{}, {}, {}],
    want: undefined,
  },
  {
    given: "a step was not said",
    judgement: { steps: ["look"], check: "finds" },
    answers: [undefined, {}, {}],
    want: undefined,
  },
])("where $given", ({ steps = [first, second, look], judgement, others = [], answers, want }) => {
  const planned = plannedCase(steps, [judgement, ...others]);
  const [whole] = planned.judgements;
  if (whole === undefined) throw new Error("there is a judgement");
  const seen = answers.flatMap((answer, at) => {
    const step = planned.steps[at];
    return answer === undefined || step === undefined ? [] : [observation({ ...answer, action: step.action, step })];
  });
  const all = new Map(seen.map((one) => [one.step.id, one]));
  expect(spoiledBefore(judging, planned, whole, all)).toEqual(want);
});

const verdict = (clause: string, parts: Partial<Verdict>): Verdict => ({
  clause,
  drive: "raw",
  verdict: "pass",
  ...parts,
});

test.for<{ given: string; provided?: readonly string[]; verdicts: readonly Verdict[]; want: object | undefined }>([
  { given: "nothing is needed", verdicts: [verdict("BBBB", { verdict: "fail" })], want: undefined },
  { given: "it holds", provided: ["BBBB"], verdicts: [verdict("BBBB", {})], want: undefined },
  {
    given: "it fails",
    provided: ["BBBB"],
    verdicts: [verdict("BBBB", { verdict: "fail", expected: "e", actual: "a" })],
    want: { why: "BBBB fails here: expected e, got a", blockedBy: "BBBB" },
  },
  {
    given: "the second of two fails",
    provided: ["BBBB", "CCCC"],
    verdicts: [verdict("BBBB", {}), verdict("CCCC", { verdict: "fail", expected: "e", actual: "a" })],
    want: { why: "CCCC fails here: expected e, got a", blockedBy: "CCCC" },
  },
  {
    given: "it was not observed",
    provided: ["BBBB"],
    verdicts: [verdict("BBBB", { verdict: "indeterminate", why: "late" })],
    want: { why: "late" },
  },
  {
    given: "another clause blocks it",
    provided: ["BBBB"],
    verdicts: [verdict("BBBB", { verdict: "indeterminate", why: "so", blockedBy: "DDDD" })],
    want: { why: "so", blockedBy: "DDDD" },
  },
  {
    given: "it was skipped without a word",
    provided: ["BBBB"],
    verdicts: [verdict("BBBB", { verdict: "skip" })],
    want: { why: "BBBB was not judged here" },
  },
  { given: "it is not judged", provided: ["BBBB"], verdicts: [], want: { why: "BBBB was not judged here" } },
])("of what a judgement is provided with: $given", ({ provided, verdicts, want }) => {
  const planned = plannedCase([{}], [{ ...(provided && { provided }) }, { clause: "BBBB" }, { clause: "CCCC" }]);
  const [whole] = planned.judgements;
  if (whole === undefined) throw new Error("there is a judgement");
  const found = unprovedOf(planned, whole, (one) => verdicts.filter(({ clause }) => clause === one.clause));
  expect(found).toStrictEqual(want);
});
