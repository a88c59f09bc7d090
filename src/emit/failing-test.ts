import type { Action } from "../action.ts";
import { isToBeAccepted } from "../judge/scoped-clauses.ts";
import type { Case, Clause, Expectation, Observation, Verdict } from "../model.ts";
import { observeAgain } from "../recordings/observe-again.ts";
import { hasFailed, plannedExchanges } from "../report/findings.ts";
import type { Report, ReportedCase } from "../report/report.ts";
import type { Contract } from "../spec/contract.ts";
import type { Assertions } from "./assertion.ts";
import type { Language } from "./language.ts";
import { protocolAssertions } from "./protocol-assertions.ts";

/** What a test is made from. */
export interface Made {
  readonly report: Report;
  readonly contract: Contract;
  readonly action: Action;
  /** The plan of the report's seed. */
  readonly cases: readonly Case[];
  /** Those of the action. */
  readonly assertions: Assertions;
  readonly language: Language;
}

/** A red case of a clause, and the statements that fail where it does; or why there are none. */
export type FailingTest = { readonly reported: ReportedCase; readonly verdict: Verdict } & (
  | { readonly kind: "test"; readonly lines: readonly string[] }
  | { readonly kind: "not"; readonly why: string }
);

/**
 * The test of a clause's smallest red case that can be said; undefined where it has no red case of its own.
 * @param isWanted which cases are looked at, by their ids; all by default. @param isRed which verdicts; failures by default.
 */
export function failingTest(
  made: Made,
  clause: Clause,
  isWanted: (id: string) => boolean = () => true,
  isRed: (verdict: Verdict) => boolean = hasFailed,
): FailingTest | undefined {
  let first: FailingTest | undefined;
  for (const { reported, verdict } of redCases(made.report, clause.id, isRed)) {
    if (!isWanted(reported.id)) continue;
    const test: FailingTest = { reported, verdict, ...statementsOf(made, clause, reported, verdict) };
    if (test.kind === "test") return test;
    first ??= test;
  }
  return first;
}

/** The smallest first; what the raw drive said before what the SDK did. */
function redCases({ cases }: Report, clause: string, isRed: (verdict: Verdict) => boolean) {
  const size = ({ reported, verdict }: { readonly reported: ReportedCase; readonly verdict: Verdict }): number =>
    plannedExchanges(reported, verdict.drive).reduce(
      (sum, { request }) => sum + 1000 + request.body.length,
      verdict.drive === "raw" ? 0 : 1e9,
    );
  return cases
    .flatMap((reported) =>
      reported.verdicts
        .filter((verdict) => verdict.clause === clause && isRed(verdict))
        .map((verdict) => ({ reported, verdict })),
    )
    .toSorted((one, other) => size(one) - size(other));
}

type Statements =
  | { readonly kind: "test"; readonly lines: readonly string[] }
  | { readonly kind: "not"; readonly why: string };

function statementsOf(made: Made, clause: Clause, reported: ReportedCase, verdict: Verdict): Statements {
  const { report, contract, action, language: t } = made;
  const not = (why: string): Statements => ({ kind: "not", why });
  const planned = made.cases.find(({ id }) => id === reported.id);
  if (planned === undefined)
    return not(
      `it was found at random: run "ec2-contract test TARGET --replay ${reported.random?.replay ?? "SEED:PATH"}"`,
    );
  const all = observeAgain(contract, action, report.run, planned, reported, verdict.drive);
  if (all === undefined) return not("the report keeps its answers only in part");
  const judgements = judgementsOf(t, clause, planned, all, verdict);
  const needed = new Set(judgements.flatMap(({ seen }) => seen.map(({ step }) => step.id)));
  const last = all.findLastIndex(({ step }) => needed.has(step.id));
  const requests = t.requests(planned, all.slice(0, last + 1));
  if (requests.kind === "not") return requests;
  const assertions: Assertions = { ...protocolAssertions, ...made.assertions };
  const expect = expectationOf(clause, report);
  const byStep = new Map(all.map((one) => [one.step.id, one]));
  const checked: string[] = [];
  for (const { check, seen, only } of judgements) {
    const assertion = assertions[check];
    if (assertion === undefined || typeof assertion === "string")
      return not(assertion ?? `nobody has written its check ${check} as a test`);
    const lines = assertion({ contract, clause, expect, seen, all: byStep, verdict, t });
    if (lines === undefined || lines.length === 0) return not("what is wrong here can't be told by a plain assertion");
    checked.push(...(only === undefined ? lines : t.when(only.outcome, only.how, t.text("accepted"), lines)));
  }
  return { kind: "test", lines: [...requests.lines, ...checked] };
}

function expectationOf({ documented, observed, expect = {} }: Clause, { run }: Report): Expectation {
  const [first, second] = run.authority === "observed" ? [observed, documented] : [documented, observed];
  return first?.expect ?? (first === undefined ? second?.expect : undefined) ?? expect;
}

interface Judged {
  readonly check: string;
  readonly seen: readonly Observation[];
  /** Where the clause speaks of such an answer only. */
  readonly only?: { readonly outcome: string; readonly how: "is" | "is not" };
}

/** What the clause judges in a case: what the case says, or what holds for the answer that failed. */
function judgementsOf(
  t: Language,
  clause: Clause,
  planned: Case,
  all: readonly Observation[],
  { step }: Verdict,
): readonly Judged[] {
  const own = planned.judgements.filter((judgement) => judgement.clause === clause.id && judgement.check !== "open");
  const failed = own.filter(({ steps }) => step === undefined || steps.includes(step));
  if (failed.length > 0)
    return failed.map(({ check, steps }) => ({
      check,
      seen: steps.flatMap((id) => all.find((one) => one.step.id === id) ?? []),
    }));
  const [seen] = all.filter((one) => one.step.id === step);
  if (seen === undefined || clause.check === undefined) return [{ check: clause.check ?? "", seen: all }];
  const outcome = t.outcome(t.answer(seen.step));
  const isMeant = isToBeAccepted(planned, seen.step.id);
  const only =
    clause.holds === "error" &&
    !planned.judgements.some(({ check, steps }) => check === "refused" && steps.includes(seen.step.id))
      ? ({ outcome, how: "is not" } as const)
      : clause.holds === "success" && !isMeant
        ? ({ outcome, how: "is" } as const)
        : undefined;
  return [{ check: clause.check, seen: [seen], ...(only !== undefined && { only }) }];
}
