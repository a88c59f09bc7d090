import { expect, test } from "vitest";
import { contractOf, failed, hostileCase, judgedCase, passed, refusedWith } from "../testing/nouns.ts";
import type { JudgedCase } from "./ledger.ts";
import { settle } from "./settle.ts";

const contract = contractOf(
  { id: "ACPT" },
  { id: "GNRL", holds: "exchange" },
  { id: "ECHO", holds: "creation", check: "key-name-echoed" },
  { id: "CRSH", holds: "exchange", check: "no-server-error" },
  { id: "PAGE", holds: "exchange", check: "no-foreign-body" },
  { id: "FORM", holds: "exchange", check: "well-formed" },
  { id: "CODE", holds: "error", check: "known-code" },
  { id: "OWN1" },
  { id: "OWN2" },
  { id: "OWN3" },
  { id: "SAID", expect: { echoed: true } },
  { id: "NEXT", after: ["OWN1"] },
  { id: "LAST", after: ["NEXT"] },
);

/** Who is blocked by whom, by case: `OWN1-x GNRL<OWN1`. */
function blocked(...cases: readonly JudgedCase[]): readonly string[] {
  return settle(contract, "ACPT", cases).flatMap(({ id, verdicts }) =>
    verdicts.flatMap(({ clause, blockedBy }) => (blockedBy === undefined ? [] : [`${id} ${clause}<${blockedBy}`])),
  );
}

/** As many ordinary cases in which these clauses fail. */
const times = (count: number, ...clauses: readonly string[]) =>
  Array.from({ length: count }, (_, at) => judgedCase(`OWN2-${at}`, ...clauses.map((clause) => failed(clause))));

test.for<{ given: string; cases: readonly JudgedCase[]; want: readonly string[] }>([
  {
    given: "what holds for every answer, in a case that shows its own clause fail",
    cases: [judgedCase("OWN1-x", failed("GNRL"), failed("OWN1"))],
    want: ["OWN1-x GNRL<OWN1"],
  },
  {
    given: "the same, where the valid twin shows it too",
    cases: [judgedCase("ACPT-minimal", failed("GNRL")), judgedCase("OWN1-x", failed("GNRL"), failed("OWN1"))],
    want: [],
  },
  {
    given: "the same, where the twin with every structure shows it too",
    cases: [judgedCase("ACPT-dressed", failed("GNRL")), judgedCase("OWN1-x", failed("GNRL"), failed("OWN1"))],
    want: [],
  },
  {
    given: "the same, where the valid twin is well",
    cases: [judgedCase("ACPT-minimal", passed("GNRL")), judgedCase("OWN1-x", failed("GNRL"), failed("OWN1"))],
    want: ["OWN1-x GNRL<OWN1"],
  },
  {
    given: "the same under the two drives",
    cases: [judgedCase("OWN1-x", failed("GNRL"), failed("OWN1", { drive: "sdk" }))],
    want: [],
  },
  {
    given: "the same at two steps",
    cases: [judgedCase("OWN1-x", failed("GNRL"), failed("OWN1", { step: "other" }))],
    want: [],
  },
  {
    given: "the same in the case of another clause",
    cases: [judgedCase("OWN2-x", failed("GNRL"), failed("OWN1"))],
    want: [],
  },
  {
    given: "the same where the own clause passes",
    cases: [judgedCase("OWN1-x", failed("GNRL"), passed("OWN1"))],
    want: [],
  },
  {
    given: "two that hold for every answer",
    cases: [judgedCase("GNRL-x", failed("GNRL"), failed("ECHO"))],
    want: [],
  },
  {
    given: "the twin itself",
    cases: [judgedCase("ACPT-minimal", failed("GNRL"), failed("ACPT"))],
    want: [],
  },
  {
    given: "what an answer repeats, where the valid twin shows it too",
    cases: [judgedCase("ACPT-minimal", failed("ECHO")), judgedCase("SAID-x", failed("ECHO"), failed("SAID"))],
    want: ["SAID-x SAID<ECHO"],
  },
  {
    given: "what an answer repeats, where the valid twin is well",
    cases: [judgedCase("ACPT-minimal", passed("ECHO")), judgedCase("SAID-x", failed("ECHO"), failed("SAID"))],
    want: ["SAID-x ECHO<SAID"],
  },
  {
    given: "what an answer repeats, beside a clause about something else",
    cases: [judgedCase("ACPT-minimal", failed("ECHO")), judgedCase("OWN1-x", failed("ECHO"), failed("OWN1"))],
    want: [],
  },
  {
    given: "an answer that can't be read as others can't",
    cases: [...times(2, "PAGE"), judgedCase("OWN1-x", failed("PAGE"), failed("OWN1"))],
    want: ["OWN1-x OWN1<PAGE"],
  },
  {
    given: "an answer that can't be read as one other can't",
    cases: [...times(1, "PAGE"), judgedCase("OWN1-x", failed("PAGE"), failed("OWN1"))],
    want: ["OWN1-x PAGE<OWN1"],
  },
  {
    given: "a code that nobody knows, as in others",
    cases: [...times(2, "CODE"), judgedCase("OWN1-x", failed("CODE"), failed("OWN1"))],
    want: ["OWN1-x CODE<OWN1"],
  },
])("within a case: $given", ({ cases, want }) => {
  expect(blocked(...cases)).toEqual(want);
});

const refusal = { expected: "200 ImportKeyPairResponse", actual: "400 InvalidAction: no" };

test.for<{ given: string; cases: readonly JudgedCase[]; want: readonly string[] }>([
  {
    given: "the plainest request is refused",
    cases: [
      judgedCase("ACPT-minimal", failed("ACPT", refusal)),
      judgedCase("OWN1-x", failed("OWN1", refusal), failed("OWN2")),
    ],
    want: ["OWN1-x OWN1<ACPT"],
  },
  {
    given: "the one with every structure is refused",
    cases: [judgedCase("ACPT-dressed", failed("ACPT", refusal)), judgedCase("OWN1-x", failed("OWN1", refusal))],
    want: ["OWN1-x OWN1<ACPT"],
  },
  {
    given: "a richer one is refused",
    cases: [judgedCase("ACPT-other", failed("ACPT", refusal)), judgedCase("OWN1-x", failed("OWN1", refusal))],
    want: [],
  },
  {
    given: "the plainest one fails in something else",
    cases: [judgedCase("ACPT-minimal", failed("OWN2")), judgedCase("OWN1-x", failed("OWN1", refusal))],
    want: [],
  },
])("the refusal of a request, where $given", ({ cases, want }) => {
  expect(blocked(...cases)).toEqual(want);
});

test.for<{ given: string; cases: readonly JudgedCase[]; want: readonly string[] }>([
  {
    given: "three pages are one finding",
    cases: times(3, "PAGE", "OWN2"),
    want: ["OWN2-0 OWN2<PAGE", "OWN2-1 OWN2<PAGE", "OWN2-2 OWN2<PAGE"],
  },
  {
    given: "a page in a fourth case is the same, and what is no page is not",
    cases: [...times(3, "PAGE"), judgedCase("OWN1-x", failed("OWN1"))],
    want: [],
  },
  {
    given: "the coarsest defect is the finding",
    cases: times(3, "PAGE", "CRSH"),
    want: ["OWN2-0 PAGE<CRSH", "OWN2-1 PAGE<CRSH", "OWN2-2 PAGE<CRSH"],
  },
  {
    given: "hostile requests tell nothing where ordinary ones can't be read",
    cases: [...times(3, "PAGE"), hostileCase("OWN1-x", failed("OWN1"))],
    want: ["OWN1-x OWN1<PAGE"],
  },
  {
    given: "hostile requests alone are no common answer",
    cases: [...times(2, "PAGE"), hostileCase("OWN3-x", failed("PAGE"), failed("OWN1"))],
    want: [],
  },
  {
    given: "what is read in spite of its form is judged, but for hostile requests",
    cases: [...times(3, "FORM", "OWN1"), hostileCase("OWN3-x", failed("OWN3"))],
    want: ["OWN3-x OWN3<FORM"],
  },
  {
    given: "a crash is none of a form",
    cases: [...times(3, "FORM"), hostileCase("OWN3-x", failed("OWN3", { actual: "HTTP 500, text/html" }))],
    want: [],
  },
])("answers that can't be read: $given", ({ cases, want }) => {
  expect(blocked(...cases)).toEqual(want);
});

test.for<{ given: string; cases: readonly JudgedCase[]; want: readonly string[] }>([
  {
    given: "in the same case",
    cases: [judgedCase("OWN1-x", passed("OWN1")), judgedCase("NEXT-x", failed("OWN1"), failed("NEXT"))],
    want: ["NEXT-x NEXT<OWN1"],
  },
  {
    given: "under the other drive",
    cases: [
      judgedCase("OWN1-x", passed("OWN1")),
      judgedCase("NEXT-x", failed("OWN1", { drive: "sdk" }), failed("NEXT")),
    ],
    want: [],
  },
  {
    given: "in some of its cases",
    cases: [
      judgedCase("OWN1-x", passed("OWN1")),
      judgedCase("OWN1-y", failed("OWN1")),
      judgedCase("NEXT-x", failed("NEXT")),
    ],
    want: [],
  },
  {
    given: "in all of its cases",
    cases: [judgedCase("OWN1-y", failed("OWN1")), judgedCase("NEXT-x", failed("NEXT"))],
    want: ["NEXT-x NEXT<OWN1"],
  },
  {
    given: "in all of its cases, and holds in one of another clause",
    cases: [
      judgedCase("OWN1-y", failed("OWN1")),
      judgedCase("OWN2-x", passed("OWN1")),
      judgedCase("NEXT-x", failed("NEXT")),
    ],
    want: ["NEXT-x NEXT<OWN1"],
  },
  {
    given: "in a case of another clause, holds in one, and has no case of its own",
    cases: [
      judgedCase("OWN3-y", failed("OWN1")),
      judgedCase("OWN2-x", passed("OWN1")),
      judgedCase("NEXT-x", failed("NEXT")),
    ],
    want: [],
  },
  {
    given: "in all of its cases, through another clause",
    cases: [judgedCase("OWN1-y", failed("OWN1")), judgedCase("LAST-x", failed("LAST"))],
    want: ["LAST-x LAST<OWN1"],
  },
  { given: "nowhere", cases: [judgedCase("NEXT-x", failed("NEXT"))], want: [] },
])("what builds on a clause that fails $given", ({ cases, want }) => {
  expect(blocked(...cases)).toEqual(want);
});

const wrong = (id: string, code: string, more: object = {}) => ({ ...refusedWith(id, code), ...more });

test.for<{ given: string; cases: readonly JudgedCase[]; want: readonly string[] }>([
  {
    given: "in answer to three mistakes is one finding",
    cases: ["OWN1", "OWN2", "OWN3"].map((id) => judgedCase(`${id}-x`, wrong(id, "Bad"))),
    want: ["OWN2-x OWN2<OWN1", "OWN3-x OWN3<OWN1"],
  },
  {
    given: "in answer to two is two",
    cases: ["OWN1", "OWN2"].map((id) => judgedCase(`${id}-x`, wrong(id, "Bad"))),
    want: [],
  },
  {
    given: "in three cases of two clauses is two",
    cases: ["OWN1", "OWN2"].flatMap((id) => [
      judgedCase(`${id}-x`, wrong(id, "Bad")),
      judgedCase(`${id}-y`, wrong(id, "Bad")),
    ]),
    want: [],
  },
  {
    given: "for another one in each case is none",
    cases: ["OWN1", "OWN2", "OWN3"].map((id) => judgedCase(`${id}-x`, wrong(id, "Bad", { expected: `400 ${id}` }))),
    want: [],
  },
  {
    given: "is another one with another status",
    cases: ["OWN1", "OWN2", "OWN3"].map((id, at) =>
      judgedCase(`${id}-x`, wrong(id, "Bad", { actual: `40${at} Bad: no` })),
    ),
    want: [],
  },
  {
    given: "that EC2 does not have is the finding of the clause about codes, whatever was wanted and with which status",
    cases: ["OWN1", "OWN2", "OWN3"].map((id, at) =>
      judgedCase(
        `${id}-x`,
        failed("CODE"),
        wrong(id, "Odd", { expected: `400 ${id}`, actual: `40${at} Odd: no`, step: "s" }),
      ),
    ),
    want: ["OWN1-x OWN1<CODE", "OWN2-x OWN2<CODE", "OWN3-x OWN3<CODE"],
  },
  {
    given: "that EC2 does not have, in answer to two mistakes, is theirs",
    cases: ["OWN1", "OWN2"].map((id) => judgedCase(`${id}-x`, failed("CODE"), wrong(id, "Odd", { step: "s" }))),
    want: [],
  },
  {
    given: "is told apart from what is no wrong code",
    cases: ["OWN1", "OWN2", "OWN3"].map((id) => judgedCase(`${id}-x`, failed(id, refusal))),
    want: [],
  },
])("one wrong code $given", ({ cases, want }) => {
  expect(blocked(...cases)).toEqual(want);
});
