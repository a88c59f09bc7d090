import { expect, test } from "vitest";
import { importKeyPair } from "../actions/import-key-pair/import-key-pair.ts";
import type { Verdict } from "../model.ts";
import { type ClauseParts, contractOf } from "../testing/nouns.ts";
import { type Answered, failure, observation } from "../testing/observations.ts";
import type { Judging } from "./judging.ts";
import { blockUnread, unreadableCauses } from "./readability.ts";

const clauses: readonly ClauseParts[] = [
  { id: "OWN1", check: "no-server-error" },
  { id: "CODE", holds: "error", check: "known-code" },
  { id: "ENVL", holds: "error", check: "error-envelope" },
  { id: "FORM", holds: "exchange", check: "well-formed" },
  { id: "PAGE", holds: "exchange", check: "no-foreign-body" },
  { id: "CRSH", holds: "exchange", check: "no-server-error" },
];

function causeOf(answer: Answered, of: readonly ClauseParts[] = clauses, lacks: Judging["lacks"] = {}) {
  const judging: Judging = { contract: contractOf(...of), action: importKeyPair, authority: "observed", lacks };
  return unreadableCauses(judging, [observation(answer)]).get("request");
}

test.for<{ given: string; answer: Answered; want: string | undefined }>([
  { given: "a crash", answer: { status: 500, body: failure("InternalError") }, want: "CRSH" },
  { given: "a page of a crash", answer: { status: 501, body: "<html>" }, want: "CRSH" },
  { given: "a page", answer: { status: 404, body: "<html>" }, want: "PAGE" },
  { given: "a document that can't be read", answer: { body: "hello" }, want: "FORM" },
  { given: "an error of another form", answer: { status: 400, body: "<Oops/>" }, want: "ENVL" },
  { given: "an error without a code in it", answer: { status: 400, body: failure("") }, want: "CODE" },
  { given: "half an HTTP answer", answer: { trouble: { kind: "broken", why: "cut" } }, want: "CRSH" },
  { given: "a success", answer: {}, want: undefined },
  { given: "a refusal", answer: { status: 400, body: failure("InvalidAction") }, want: undefined },
  { given: "a code of nobody", answer: { status: 400, body: failure("Strange") }, want: undefined },
  {
    given: "a document that is read in spite of its end",
    answer: { body: "<ImportKeyPairResponse>" },
    want: undefined,
  },
  { given: "silence", answer: { trouble: { kind: "timeout", why: "late" } }, want: undefined },
])("$given can't be read because of $want", ({ answer, want }) => {
  expect(causeOf(answer)).toBe(want);
});

test("what no clause speaks about, or an open one, is no cause: the next finer one is", () => {
  const crash: Answered = { status: 500, body: "<html>" };
  expect(
    causeOf(
      crash,
      clauses.filter(({ id }) => id !== "CRSH"),
    ),
  ).toBe("PAGE");
  expect(
    causeOf(
      crash,
      clauses.map((clause) => (clause.id === "CRSH" ? { ...clause, open: true } : clause)),
    ),
  ).toBe("PAGE");
  expect(causeOf(crash, [])).toBeUndefined();
});

test("what the target lacks is no cause", () => {
  const crash: Answered = { status: 500, body: "<html>" };
  const needing = clauses.map((clause): ClauseParts => (clause.id === "CRSH" ? { ...clause, needs: ["iam"] } : clause));
  expect(causeOf(crash, needing)).toBe("CRSH");
  expect(causeOf(crash, needing, { signatures: "none" })).toBe("CRSH");
  expect(causeOf(crash, needing, { iam: "none" })).toBe("PAGE");
});

test("each step has its own cause", () => {
  const judging: Judging = {
    contract: contractOf(...clauses),
    action: importKeyPair,
    authority: "observed",
    lacks: {},
  };
  const answers: readonly Answered[] = [{ status: 500 }, {}, { status: 404, body: "<html>" }];
  const seen = answers.map((answer, at) => observation({ ...answer, step: { id: `${at}` } }));
  expect([...unreadableCauses(judging, seen)]).toEqual([
    ["0", "CRSH"],
    ["2", "PAGE"],
  ]);
});

const failed: Verdict = {
  clause: "OWN1",
  drive: "raw",
  verdict: "fail",
  expected: "e",
  actual: "a",
  documented: "fail",
  observed: "pass",
};

test("a failure on what can't be read is that of the cause, which keeps what was wanted and seen", () => {
  expect(blockUnread(failed, "PAGE")).toEqual({
    clause: "OWN1",
    drive: "raw",
    verdict: "indeterminate",
    expected: "e",
    actual: "a",
    why: "PAGE fails on this answer",
    blockedBy: "PAGE",
  });
});

test.for<{ given: string; verdict: Verdict; by: string | undefined }>([
  { given: "a failure on what can be read", verdict: failed, by: undefined },
  { given: "the failure of the cause itself", verdict: failed, by: "OWN1" },
  { given: "a pass", verdict: { ...failed, verdict: "pass" }, by: "PAGE" },
])("$given stays", ({ verdict, by }) => {
  expect(blockUnread(verdict, by)).toBe(verdict);
});
