import { expect, test } from "vitest";
import { importKeyPair } from "../actions/import-key-pair/import-key-pair.ts";
import type { Case } from "../model.ts";
import { type ClauseParts, contractOf } from "../testing/nouns.ts";
import { type SingleRequest, singleRequestCase, twinId } from "./single-request-case.ts";

function made({
  clause,
  ...request
}: Partial<Omit<SingleRequest, "clause">> & { readonly clause?: Partial<ClauseParts> }) {
  const whole = contractOf({ id: "AAAA", area: "tags", ...clause }).clauses.get("AAAA");
  if (whole === undefined) throw new Error("there is the clause");
  const plain = { slug: "x", title: "t", input: { KeyName: "n" }, outcome: "accepted", dressed: false } as const;
  return singleRequestCase(importKeyPair, { ...plain, clause: whole, ...request });
}

const accepted: Case = {
  id: "AAAA-x",
  title: "t",
  area: "tags",
  clauses: ["AAAA"],
  steps: [{ id: "request", action: "ImportKeyPair", input: { KeyName: "n" } }],
  judgements: [{ clause: "AAAA", check: "accepted", steps: ["request"] }],
  needs: [],
};
const judgedBy = (...checks: readonly string[]) =>
  checks.map((check) => ({ clause: "AAAA", check, steps: ["request"] }));

test.for<{ given: string; request: Parameters<typeof made>[0]; want: Partial<Case> }>([
  { given: "what is accepted", request: {}, want: {} },
  {
    given: "what is refused",
    request: { outcome: "refused" },
    want: { judgements: judgedBy("refused"), twin: "M3P2-minimal" },
  },
  {
    given: "what is refused in the request with every structure",
    request: { outcome: "refused", dressed: true },
    want: { judgements: judgedBy("refused"), twin: "M3P2-dressed" },
  },
  { given: "what is recorded", request: { outcome: "open" }, want: { judgements: judgedBy("open") } },
  {
    given: "what an open clause would refuse",
    request: { outcome: "refused", clause: { open: true } },
    want: { judgements: judgedBy("open") },
  },
  {
    given: "what is accepted and repeated",
    request: { clause: { expect: { echoed: true } } },
    want: { judgements: judgedBy("accepted", "echoed") },
  },
  {
    given: "what is refused, of a clause that wants a repetition",
    request: { outcome: "refused", clause: { expect: { echoed: true } } },
    want: { judgements: judgedBy("refused"), twin: "M3P2-minimal" },
  },
  {
    given: "what is set on the wire, by somebody without rights",
    request: { wire: { append: "&" }, as: "unauthorized", clause: { needs: ["iam"] } },
    want: {
      steps: [
        { id: "request", action: "ImportKeyPair", input: { KeyName: "n" }, wire: { append: "&" }, as: "unauthorized" },
      ],
      needs: ["iam"],
    },
  },
  {
    given: "a request of nobody, which needs nothing",
    request: { as: "anonymous", clause: { needs: ["iam"] } },
    want: { steps: [{ id: "request", action: "ImportKeyPair", input: { KeyName: "n" }, as: "anonymous" }] },
  },
  { given: "a request of the run's own, which needs nothing", request: { clause: { needs: ["iam"] } }, want: {} },
  {
    given: "a poor principal of a clause that needs nothing",
    request: { as: "wrong-secret" },
    want: { steps: [{ id: "request", action: "ImportKeyPair", input: { KeyName: "n" }, as: "wrong-secret" }] },
  },
  {
    given: "no name",
    request: { input: {} },
    want: { steps: [{ id: "request", action: "ImportKeyPair", input: {} }], nameless: true },
  },
  {
    given: "an empty name",
    request: { input: { KeyName: "" } },
    want: { steps: [{ id: "request", action: "ImportKeyPair", input: { KeyName: "" } }], nameless: true },
  },
  {
    given: "a name that is taken off the wire",
    request: { wire: { set: { KeyName: null } } },
    want: {
      steps: [{ id: "request", action: "ImportKeyPair", input: { KeyName: "n" }, wire: { set: { KeyName: null } } }],
      nameless: true,
    },
  },
  {
    given: "another name on the wire",
    request: { wire: { set: { KeyName: "m" } } },
    want: {
      steps: [{ id: "request", action: "ImportKeyPair", input: { KeyName: "n" }, wire: { set: { KeyName: "m" } } }],
    },
  },
])("the case of $given", ({ request, want }) => {
  expect(made(request)).toStrictEqual({ ...accepted, ...want });
});

test("the twin is the minimal request, or the one with every structure", () => {
  expect([false, true].map((dressed) => twinId(importKeyPair, dressed))).toEqual(["M3P2-minimal", "M3P2-dressed"]);
});
