import { expect, test } from "vitest";
import { importKeyPair } from "../actions/import-key-pair/import-key-pair.ts";
import type { Case, Judged, Verdict } from "../model.ts";
import { type ClauseParts, contractOf, plannedCase } from "../testing/nouns.ts";
import { type Answered, failure, observation } from "../testing/observations.ts";
import type { Check } from "./check.ts";
import { judge } from "./judge.ts";
import type { TwinOutcome } from "./judging.ts";

// Which observations a clause is judged on, and what a verdict keeps of the check's word: by checks that say what they are told.

const page: Answered = { status: 404, body: "<html>" };
const silent: Answered = { trouble: { kind: "timeout", why: "late" } };
const refused: Answered = { status: 400, body: failure("InvalidAction") };

const finding = { kind: "fail", expected: "e", actual: "a" } as const;
/** Fails, and tells which steps it was asked about. */
const tells: Check = ({ seen }) => ({ ...finding, actual: seen.map(({ step }) => step.id).join(" ") });

function verdicts(
  clauses: readonly ClauseParts[],
  planned: Case,
  answers: readonly Answered[],
  {
    says = finding,
    twin,
    lacks = {},
  }: { says?: Judged; twin?: TwinOutcome; lacks?: Readonly<Record<string, string>> } = {},
): readonly Verdict[] {
  const seen = answers.map((answer, at) => observation({ ...answer, step: planned.steps[at] ?? {} }));
  const action = { ...importKeyPair, checks: { tells, says: () => says } };
  return judge({ contract: contractOf(...clauses), action, authority: "observed", lacks }, planned, "raw", seen, twin);
}

const two = plannedCase([{ id: "one" }, { id: "other" }]);
const each: ClauseParts = { id: "EACH", holds: "exchange", check: "tells" };
const pages: ClauseParts = { id: "PAGE", holds: "exchange", check: "no-foreign-body" };
const fail = (clause: string, actual: string) => ({
  clause,
  drive: "raw",
  verdict: "fail",
  documented: "fail",
  expected: "e",
  actual,
});

test.for<{ given: string; clauses: readonly ClauseParts[]; answers: readonly Answered[]; want: readonly object[] }>([
  { given: "all answers", clauses: [each], answers: [{}, {}], want: [fail("EACH", "one other")] },
  {
    given: "those of its scope",
    clauses: [{ ...each, holds: "error" }],
    answers: [{}, refused],
    want: [fail("EACH", "other")],
  },
  { given: "nothing, where none is of its scope", clauses: [{ ...each, holds: "error" }], answers: [{}, {}], want: [] },
  {
    given: "what can be read, where another answer can't",
    clauses: [pages, each],
    answers: [page, {}],
    want: [expect.objectContaining({ clause: "PAGE", verdict: "fail" }), fail("EACH", "other")],
  },
  {
    given: "what can't be read, where nothing else is there; then it is the finding of why",
    clauses: [pages, each],
    answers: [page, page],
    want: [
      expect.objectContaining({ clause: "PAGE", verdict: "fail" }),
      {
        clause: "EACH",
        drive: "raw",
        verdict: "indeterminate",
        expected: "e",
        actual: "one other",
        why: "PAGE fails on this answer",
        blockedBy: "PAGE",
      },
    ],
  },
  {
    given: "all answers, where it speaks in some cases only",
    clauses: [pages, { ...each, among: ["AAAA"] }],
    answers: [page, {}],
    want: [expect.objectContaining({ clause: "PAGE", verdict: "fail" }), fail("EACH", "one other")],
  },
  {
    given: "silence beside an answer as the check sees it",
    clauses: [each],
    answers: [silent, {}],
    want: [fail("EACH", "one other")],
  },
  {
    given: "nothing where nothing was answered",
    clauses: [each],
    answers: [silent, { trouble: { kind: "timeout", why: "later" } }],
    want: [{ clause: "EACH", drive: "raw", verdict: "indeterminate", why: "late" }],
  },
  {
    given: "nothing, as an open clause, answered or not",
    clauses: [{ ...each, open: true }],
    answers: [silent, silent],
    want: [{ clause: "EACH", drive: "raw", verdict: "open" }],
  },
])("a clause of every exchange is judged on $given", ({ clauses, answers, want }) => {
  expect(verdicts(clauses, two, answers)).toEqual(want);
});

test.for<{ says: Judged; want: readonly object[] }>([
  { says: { kind: "pass" }, want: [{ verdict: "pass", documented: "pass" }] },
  { says: { ...finding }, want: [{ verdict: "fail", documented: "fail", expected: "e", actual: "a" }] },
  {
    says: { ...finding, step: "other" },
    want: [{ verdict: "fail", documented: "fail", expected: "e", actual: "a", step: "other" }],
  },
  {
    says: { kind: "indeterminate", why: "w" },
    want: [{ verdict: "indeterminate", documented: "indeterminate", why: "w" }],
  },
  { says: { kind: "not-applicable" }, want: [] },
])("a verdict keeps what the check says: $says", ({ says, want }) => {
  const found = verdicts([{ ...each, check: "says" }], two, [{}, {}], { says });
  expect(found).toStrictEqual(want.map((one) => ({ clause: "EACH", drive: "raw", ...one })));
});

const judged = (check: string, steps: readonly string[]) =>
  plannedCase([{ id: "one" }, { id: "other" }], [{ clause: "AAAA", check, steps }]);

test.for<{ given: string; clause?: Partial<ClauseParts>; planned: Case; answers: readonly Answered[]; want: object }>([
  {
    given: "of one step, it is that step's",
    planned: judged("says", ["other"]),
    answers: [{}, {}],
    want: { verdict: "fail", step: "other" },
  },
  {
    given: "of two steps, it is no step's in particular",
    planned: judged("says", ["one", "other"]),
    answers: [{}, {}],
    want: { verdict: "fail", step: undefined },
  },
  {
    given: "of an answer that can't be read, it is the finding of why",
    planned: judged("says", ["other"]),
    answers: [{}, page],
    want: { verdict: "indeterminate", blockedBy: "PAGE" },
  },
  {
    given: "of two steps, the last of which can't be read, it is the finding of why",
    planned: judged("says", ["one", "other"]),
    answers: [{}, page],
    want: { verdict: "indeterminate", blockedBy: "PAGE" },
  },
  {
    given: "of two steps, the first of which can't be read, it is its own",
    planned: judged("says", ["one", "other"]),
    answers: [page, {}],
    want: { verdict: "fail", blockedBy: undefined },
  },
  {
    given: "that nothing was accepted can be told from what can't be read",
    planned: judged("accepted", ["other"]),
    answers: [{}, page],
    want: { verdict: "fail", blockedBy: undefined },
  },
  {
    given: "that a target does not keep upright, too",
    clause: { area: "robustness" },
    planned: judged("says", ["other"]),
    answers: [{}, page],
    want: { verdict: "fail", blockedBy: undefined },
  },
  {
    given: "that a request is refused in another way can't",
    planned: judged("refused", ["other"]),
    answers: [{}, page],
    want: { verdict: "indeterminate", blockedBy: "PAGE" },
  },
])("where a judgement fails: $given", ({ clause, planned, answers, want }) => {
  const [own] = verdicts([{ id: "AAAA", ...clause }, pages], planned, answers);
  expect({ step: own?.step, blockedBy: own?.blockedBy, ...own }).toMatchObject(want);
});

test.for<{ given: string; twin: TwinOutcome; want: object }>([
  {
    given: "was refused",
    twin: { accepted: false, why: "400 A: no", answered: true },
    want: { verdict: "indeterminate", blockedBy: "M3P2" },
  },
  { given: "was not answered", twin: { accepted: false, why: "late" }, want: { verdict: "indeterminate" } },
])("a refusal whose twin $given is not judged", ({ twin, want }) => {
  const planned = plannedCase([{ id: "one" }], [{ clause: "AAAA", check: "refused", steps: ["one"] }], {
    twin: "M3P2-x",
  });
  expect(verdicts([{ id: "AAAA" }], planned, [refused], { twin })).toEqual([
    {
      clause: "AAAA",
      drive: "raw",
      why: `its valid twin M3P2-x was not accepted: ${"why" in twin && twin.why}`,
      ...want,
    },
  ]);
});

test("a clause that needs something is skipped where just that is lacking", () => {
  const needing: ClauseParts = { ...each, needs: ["regions", "iam"] };
  expect(verdicts([needing], two, [{}, {}], { lacks: { signatures: "none" } })).toMatchObject([{ verdict: "fail" }]);
  expect(verdicts([needing], two, [{}, {}], { lacks: { signatures: "none", iam: "why" } })).toEqual([
    { clause: "EACH", drive: "raw", verdict: "skip", why: "iam: why" },
  ]);
});

test("each layer is judged by what it wants itself, else by what the clause wants", () => {
  const wants: Check = ({ expect: { code } }) => ({ ...finding, actual: code ?? "nothing" });
  const layered: ClauseParts = {
    ...each,
    expect: { code: "both" },
    documented: { sources: [], expect: { code: "documented" } },
    observed: { sources: [] },
  };
  const under = (authority: "documented" | "observed", clause: ClauseParts) =>
    judge(
      { contract: contractOf(clause), action: { ...importKeyPair, checks: { tells: wants } }, authority, lacks: {} },
      two,
      "raw",
      [observation({ step: { id: "one" } })],
    )[0]?.actual;
  expect(under("documented", layered)).toBe("documented");
  expect(under("observed", layered)).toBe("both");
  expect(under("observed", { ...each, open: true, inferred: "so", expect: { code: "inferred" } })).toBe("inferred");
  expect(under("observed", { ...each, open: true, inferred: "so" })).toBe("nothing");
});
