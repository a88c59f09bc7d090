import { expect, test } from "vitest";
import { importKeyPair } from "../actions/import-key-pair/import-key-pair.ts";
import type { Case, Judgement, Step, Tier } from "../model.ts";
import { contractOf, plannedCase } from "../testing/nouns.ts";
import { casesOfTier, type TierContext } from "./tiers.ts";

const none = { sources: [] };
const contract = contractOf(
  { id: "SURE" },
  { id: "SHLD", level: "should" },
  { id: "OPEN", open: true },
  { id: "BOTH", observed: none },
  { id: "DIFF", documented: { sources: [], expect: { digest: "md5-ssh" } }, observed: none },
  { id: "DIF2", observed: { sources: [], expect: { digest: "md5-ssh" } } },
  { id: "INFR", open: true, inferred: "it follows" },
  { id: "SIBL", open: true, observed: { sources: [], sibling: true } },
  { id: "SIB2", observed: { sources: [], sibling: true } },
  { id: "SEEN", open: true, observed: none },
  ...Array.from({ length: 25 }, (_, at) => ({ id: `M${String(at).padStart(3, "0")}` })),
);

const caseOf = (
  id: string,
  steps: readonly Partial<Step>[] = [{}],
  judgements: readonly Partial<Judgement>[] = [],
  parts: Partial<Case> = {},
): Case => plannedCase(steps, judgements, { id, ...parts });

function idsOf(tier: Tier, cases: readonly Case[], context: Partial<TierContext> = {}): readonly string[] {
  const whole = {
    contract,
    action: importKeyPair,
    plan: cases,
    drives: ["raw", "sdk"] as const,
    lacks: {},
    ...context,
  };
  return casesOfTier(tier, whole, cases).map(({ id }) => id);
}

const look: Partial<Step> = { id: "look", action: "DescribeKeyPairs", input: {} };
const several = [
  caseOf("import"),
  caseOf("look", [look]),
  caseOf("nameless", [look], [], { nameless: true }),
  caseOf("delete", [{ action: "DeleteKeyPair" }]),
  caseOf("dry", [look, { input: { DryRun: true } }], [], { twin: "import" }),
  caseOf("wet", [{ input: { DryRun: false } }]),
  caseOf("both", [look, {}]),
];

test.for<{ tier: Tier; want: readonly string[] }>([
  { tier: "read-only", want: ["look", "nameless"] },
  { tier: "dry-run", want: ["look", "dry", "nameless"] },
  { tier: "full", want: ["import", "look", "delete", "dry", "wet", "both", "nameless"] },
])("the tier $tier has $want: what has no name comes last", ({ tier, want }) => {
  expect(idsOf(tier, several)).toEqual(want);
});

test("a tier that makes nothing has no twins to prove refusals by", () => {
  const [twins] = [several].map((cases) =>
    casesOfTier("dry-run", { contract, action: importKeyPair, plan: cases, drives: ["raw"], lacks: {} }, cases),
  );
  expect(twins?.some((planned) => "twin" in planned)).toBe(false);
});

const judging = (clause: string, check = "accepted") => caseOf(`${clause}-${check}`, [{}], [{ clause, check }]);

test("the tier truth asks what is least known first, and nothing that is certain", () => {
  const clauses = ["SURE", "SEEN", "SIBL", "SIB2", "INFR", "DIFF", "DIF2", "BOTH", "OPEN", "GONE"];
  const cases = [...clauses.map((id) => judging(id)), judging("SURE", "open")];
  expect(idsOf("truth", cases)).toEqual([
    "OPEN-accepted",
    "DIFF-accepted",
    "DIF2-accepted",
    "SURE-open",
    "INFR-accepted",
    "SIBL-accepted",
  ]);
});

test("a case is as doubtful as the most doubtful of its clauses", () => {
  const cases = [
    caseOf("certain", [{}], [{ clause: "SURE" }]),
    caseOf("two", [{}], [{ clause: "SURE" }, { clause: "SIBL" }, { clause: "INFR" }]),
    caseOf("sibling", [{}], [{ clause: "SIBL" }, { clause: "GONE" }]),
    caseOf("nothing"),
  ];
  expect(idsOf("truth", cases)).toEqual(["two", "sibling"]);
});

const musts = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => ({ clause: `M${String(from + at).padStart(3, "0")}` }));

test.for<{ given: string; cases: readonly Case[]; want: readonly string[] }>([
  {
    given: "what covers more must clauses, and not what adds nothing to it",
    cases: [caseOf("one", [{}], musts(0, 1)), caseOf("three", [{}], musts(0, 3))],
    want: ["three"],
  },
  {
    given: "what covers others",
    cases: [caseOf("one", [{}], musts(5, 1)), caseOf("three", [{}], musts(0, 3))],
    want: ["one", "three"],
  },
  {
    given: "nothing for a clause that is no must",
    cases: [caseOf("should", [{}], [{ clause: "SHLD" }])],
    want: [],
  },
  {
    given: "nothing for an open clause",
    cases: [caseOf("open", [{}], [{ clause: "OPEN" }])],
    want: [],
  },
  {
    given: "what can be found again by its name only",
    cases: [
      caseOf("plain", [{ input: { KeyName: "{name}-x" } }], musts(0, 1)),
      caseOf("padded", [{ input: { KeyName: { $pad: "{name}", to: 90, with: "x" } } }], musts(1, 1)),
      caseOf("behind", [{ input: { KeyName: "x-{name}" } }], musts(2, 1)),
      caseOf("padded-other", [{ input: { KeyName: { $pad: "x", to: 90, with: "x" } } }], musts(3, 1)),
      caseOf("repeated", [{ input: { KeyName: { $repeat: "x", times: 9 } } }], musts(4, 1)),
      caseOf("absent", [{ input: {} }], musts(5, 1)),
      caseOf("null", [{ input: { KeyName: null } }], musts(6, 1)),
      caseOf("nameless", [{}], musts(7, 1), { nameless: true }),
      caseOf("second", [{}, { id: "other", input: { KeyName: "x" } }], musts(8, 1)),
      caseOf("look", [{ ...look, input: { KeyName: "x" } }], musts(9, 1)),
    ],
    want: ["plain", "padded", "look"],
  },
  {
    given: "the cheapest, where there are as many clauses for it",
    cases: [
      caseOf("two", [{}, { id: "other", input: { KeyName: "{name}-b" } }], musts(0, 2)),
      caseOf("one", [{}], musts(0, 2)),
    ],
    want: ["one"],
  },
  {
    given: "the first of two that are alike",
    cases: [caseOf("first", [{}], musts(0, 1)), caseOf("second", [{}], musts(0, 1))],
    want: ["first"],
  },
  {
    // An import and its deletion are two calls: nine of them, and one is left over.
    given: "as many as nineteen calls pay for",
    cases: Array.from({ length: 12 }, (_, at) => caseOf(`case-${at}`, [{}], musts(at, 1))),
    want: Array.from({ length: 9 }, (_, at) => `case-${at}`),
  },
  {
    given: "what costs one call, where one is left",
    cases: [
      ...Array.from({ length: 10 }, (_, at) => caseOf(`case-${at}`, [{}], musts(2 * at, 2))),
      caseOf("refused", [{}], [{ clause: "M020", check: "refused" }]),
    ],
    want: [...Array.from({ length: 9 }, (_, at) => `case-${at}`), "refused"],
  },
  {
    given: "what costs nothing before what costs",
    cases: [caseOf("paid", [{}], musts(0, 2)), caseOf("free", [look], musts(0, 2))],
    want: ["free"],
  },
])("the tier smoke has $given", ({ cases, want }) => {
  expect(idsOf("smoke", cases)).toEqual(want);
});

test("the tier smoke pays the twin of a refusal with it, once, also one outside of the selection", () => {
  const twin = caseOf("twin", [{}], [{ clause: "SHLD" }]);
  const refusals = Array.from({ length: 25 }, (_, at) =>
    caseOf(`case-${at}`, [{}], [{ clause: `M${String(at).padStart(3, "0")}`, check: "refused" }], { twin: "twin" }),
  );
  // Two for the twin, and one each.
  expect(idsOf("smoke", refusals, { plan: [twin, ...refusals] })).toHaveLength(17);
  expect(idsOf("smoke", refusals, { plan: refusals })).toHaveLength(19);
});

test("a twin that was run as a case of its own costs nothing more", () => {
  const twin = caseOf("twin", [{}], musts(0, 8));
  const refusals = Array.from({ length: 25 }, (_, at) =>
    caseOf(`case-${at}`, [{}], [{ clause: `M${String(at).padStart(3, "0")}`, check: "refused" }], { twin: "twin" }),
  );
  const ids = idsOf("smoke", [twin, ...refusals]);
  expect(ids[0]).toBe("twin");
  expect(ids).toHaveLength(1 + 17);
});

test("the tier smoke says each case one way only, the first of those that the run has", () => {
  const cases = [caseOf("one", [{}], musts(0, 1))];
  const of = (...drives: TierContext["drives"]) =>
    casesOfTier("smoke", { contract, action: importKeyPair, plan: cases, drives, lacks: {} }, cases)[0]?.drives;
  expect(of("raw", "sdk")).toEqual(["raw"]);
  expect(of("sdk", "raw")).toEqual(["sdk"]);
});

test("what the target lacks is not judged, and not chosen for it", () => {
  const lacking = contractOf({ id: "NEED", needs: ["iam"] }, { id: "M000" });
  const cases = [caseOf("needs", [{}], [{ clause: "NEED" }]), caseOf("plain", [{}], musts(0, 1))];
  expect(idsOf("smoke", cases, { contract: lacking })).toEqual(["needs", "plain"]);
  expect(idsOf("smoke", cases, { contract: lacking, lacks: { iam: "none" } })).toEqual(["plain"]);
});
