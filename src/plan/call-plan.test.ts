import { expect, test } from "vitest";
import { importKeyPair } from "../actions/import-key-pair/import-key-pair.ts";
import { type Case, tiers } from "../model.ts";
import { contractOf, plannedCase } from "../testing/nouns.ts";
import { callPlan, callPlans, type Pace, planOfCases } from "./call-plan.ts";
import type { TierContext } from "./tiers.ts";

const contract = contractOf({ id: "AAAA" }, { id: "BBBB" }, { id: "OPEN", open: true }, { id: "OPN2", open: true });
const pace: Pace = { rate: 2, regions: 1 };
const look = { id: "look", action: "DescribeKeyPairs", input: {} };
const made = plannedCase([{}, look], [{}], { id: "made" });
const refused = plannedCase([{}], [{ clause: "BBBB", check: "refused" }], {
  id: "refused",
  clauses: ["BBBB"],
  twin: "made",
});
const open = plannedCase([look], [{ clause: "OPEN", check: "open", steps: ["look"] }], {
  id: "open",
  clauses: ["OPEN"],
});
const needy = plannedCase([{}], [{}], { id: "needy", needs: ["iam"] });

const contextOf = (parts: Partial<TierContext> = {}): TierContext => ({
  contract,
  action: importKeyPair,
  plan: [made, refused, open, needy],
  drives: ["raw"],
  lacks: {},
  ...parts,
});
const planned = (cases: readonly Case[], parts: Partial<TierContext> = {}, how: Partial<Pace> = {}) =>
  callPlan("full", contextOf(parts), cases, { ...pace, ...how });

test("the calls of a run are those of its cases, and the question who is calling, two inventories and a deletion", () => {
  const { calls, cases, own } = planned([made]);
  expect(cases).toEqual([
    {
      planned: made,
      calls: {
        byAction: { ImportKeyPair: 1, DescribeKeyPairs: 1, DeleteKeyPair: 1 },
        mutating: 2,
        reading: 1,
        deletions: 1,
      },
    },
  ]);
  expect(calls).toEqual({
    byAction: { GetCallerIdentity: 1, DescribeKeyPairs: 3, DeleteKeyPair: 2, ImportKeyPair: 1 },
    mutating: 3,
    reading: 4,
    deletions: 1,
  });
  expect([...own]).toEqual(["made"]);
});

test("each Region has its inventories", () => {
  expect(planned([made], {}, { regions: 3 }).calls).toMatchObject({
    byAction: { DescribeKeyPairs: 7, GetCallerIdentity: 1 },
    reading: 8,
  });
});

test("a tier that makes nothing deletes nothing", () => {
  const { calls } = callPlan("read-only", contextOf(), [open], pace);
  expect(calls).toEqual({
    byAction: { GetCallerIdentity: 1, DescribeKeyPairs: 3 },
    mutating: 0,
    reading: 4,
    deletions: 0,
  });
});

test("a twin outside of the selection runs too, said as its case is, and judges nothing of its own", () => {
  const { cases, own, judged, calls } = planned([{ ...refused, drives: ["sdk"] }], { drives: ["raw", "sdk"] });
  expect(cases.map(({ planned: one }) => [one.id, one.drives])).toEqual([
    ["refused", ["sdk"]],
    ["made", ["sdk"]],
  ]);
  expect([...own]).toEqual(["refused"]);
  expect(judged.map(({ id }) => id)).toEqual(["BBBB"]);
  expect(calls.byAction).toEqual({ GetCallerIdentity: 1, DescribeKeyPairs: 3, DeleteKeyPair: 2, ImportKeyPair: 2 });
});

test("a twin in the selection runs once", () => {
  const { cases, judged } = planned([made, refused]);
  expect(cases.map(({ planned: one }) => one.id)).toEqual(["made", "refused"]);
  expect(cases[0]?.planned).toEqual(made);
  expect(judged.map(({ id }) => id)).toEqual(["AAAA", "BBBB"]);
});

test("what needs what the target lacks is not called", () => {
  expect(planned([needy]).cases).toHaveLength(1);
  const { cases, judged } = planned([needy, open], { lacks: { iam: "none" } });
  expect(cases.map(({ planned: one }) => one.id)).toEqual(["open"]);
  expect(judged).toEqual([]);
});

test("open clauses are recorded where a case of theirs is run", () => {
  const { recorded, judged } = planned([open, made]);
  expect(recorded.map(({ id }) => id)).toEqual(["OPEN"]);
  expect(judged.map(({ id }) => id)).toEqual(["AAAA"]);
});

test("it takes as long as the slower of what is made and what is read", () => {
  expect(planned([made]).seconds).toBe(3 / 2);
  expect(planned([made], {}, { rate: 0.5 }).seconds).toBe(6);
  expect(planned([made], {}, { regions: 20 }).seconds).toBe(42 / 10);
});

test("the bound is what throttling, silence and a target that takes everything may cost, and never more than is allowed", () => {
  // 3 mutating and 4 reading calls, of which 1 is an import; 1 deletion may be needed.
  const once = 7 + 1 + 1 * (1 + 6) + (7 - 1 + 1) * 6;
  expect(planned([made]).bound).toBe(once * 9);
  expect(planned([made], {}, { maxRequests: 100 }).bound).toBe(100);
  expect(planned([made], {}, { maxRequests: 10_000 }).bound).toBe(once * 9);
  // 4 reading calls, and no import.
  expect(callPlan("read-only", contextOf(), [open], pace).bound).toBe((4 + 4 * 6) * 9);
});

test("every tier has its plan", () => {
  const plans = callPlans(contextOf(), [made, refused, open], pace);
  expect(plans.map(({ tier }) => tier)).toEqual(tiers);
  expect(plans.map(({ own }) => own.size)).toEqual([1, 1, 2, 1, 3]);
});

test("the cases of a tier may be given as they are", () => {
  expect(planOfCases("smoke", contextOf(), [open], pace)).toMatchObject({ tier: "smoke", own: new Set(["open"]) });
});
