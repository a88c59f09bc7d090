import { expect, test } from "vitest";
import { importKeyPair } from "../actions/import-key-pair/import-key-pair.ts";
import type { CaseTemplate, Expectation } from "../model.ts";
import { contractOf } from "../testing/nouns.ts";
import { templateCases, twinCases } from "./template-cases.ts";

const { TagSpecifications, ...minimal } = importKeyPair.example;
const refusal: Expectation = { refused: { status: 400, codes: ["A"] } };

function stepOf(template: Partial<CaseTemplate>, expected: Expectation = refusal) {
  const contract = contractOf({ id: "AAAA", expect: expected, cases: [{ slug: "x", title: "t", ...template }] });
  const [planned] = templateCases(contract, importKeyPair);
  return { id: planned?.id, twin: planned?.twin, check: planned?.judgements[0]?.check, ...planned?.steps[0] };
}

const plain = { action: "ImportKeyPair", check: "refused", twin: "M3P2-minimal" };

test.for<{ given: string; template: Partial<CaseTemplate>; want: object }>([
  { given: "the minimal request", template: {}, want: { ...plain, input: minimal } },
  {
    given: "another name",
    template: { input: { KeyName: "n" } },
    want: { ...plain, input: { ...minimal, KeyName: "n" } },
  },
  {
    given: "a field removed",
    template: { input: { KeyName: null } },
    want: { ...plain, input: { PublicKeyMaterial: minimal["PublicKeyMaterial"] } },
  },
  {
    given: "the request with every structure",
    template: { dressed: true, input: { DryRun: true } },
    want: { ...plain, twin: "M3P2-dressed", input: { ...minimal, TagSpecifications, DryRun: true } },
  },
  {
    given: "something on the wire, of somebody",
    template: { wire: { method: "GET" }, as: "anonymous" },
    want: { ...plain, input: minimal, wire: { method: "GET" }, as: "anonymous" },
  },
])("a template of $given", ({ template, want }) => {
  expect(stepOf(template)).toEqual({ id: "request", ...want });
});

test("a clause that wants a request accepted has no twin", () => {
  expect(stepOf({}, { accepted: true })).toMatchObject({ check: "accepted", twin: undefined });
});

test("the cases of a clause are called after it, in its order; a clause without any has none", () => {
  const cases = ["b", "a"].map((slug) => ({ slug, title: `the ${slug}` }));
  const planned = templateCases(contractOf({ id: "NONE" }, { id: "AAAA", cases }), importKeyPair);
  expect(planned.map(({ id, title }) => [id, title])).toEqual([
    ["AAAA-b", "the b"],
    ["AAAA-a", "the a"],
  ]);
});

test("the valid twins are two, and accepted", () => {
  const twins = twinCases(contractOf({ id: "M3P2" }), importKeyPair);
  expect(twins.map(({ id, title, steps, judgements }) => [id, title, steps[0]?.input, judgements[0]?.check])).toEqual([
    ["M3P2-minimal", "a valid request with the required fields", minimal, "accepted"],
    ["M3P2-dressed", "a valid request with every structure", importKeyPair.example, "accepted"],
  ]);
  expect(() => twinCases(contractOf(), importKeyPair)).toThrow(
    "Failed to plan ImportKeyPair: the clause M3P2 is missing. It says that a valid request is accepted; restore it.",
  );
});
