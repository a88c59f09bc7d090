import { describe, expect, test } from "vitest";
import { importKeyPair } from "../actions/import-key-pair/import-key-pair.ts";
import { readAwsVectors } from "../actions/import-key-pair/read-fixtures.ts";
import type { Case, Clause, Layer, Verdict } from "../model.ts";
import { byPrograms } from "../testing/key-pair-answers.ts";
import { type Answered, clauseOf, contract, failure, observation, success } from "../testing/observations.ts";
import { caseOf } from "../testing/sessions.ts";
import { checkOf } from "./checks/protocol-checks.ts";
import { judge } from "./judge.ts";
import type { Judging, TwinOutcome } from "./judging.ts";

const judging: Judging = { contract, action: importKeyPair, authority: "observed", lacks: {} };

/** The verdicts on a case whose steps were answered so, in order; fewer answers are fewer steps that were said. */
function verdicts(
  planned: Case,
  answers: readonly Answered[],
  options: Partial<Judging> = {},
  twin?: TwinOutcome,
): readonly Verdict[] {
  const seen = answers.map((answer, at) =>
    observation({ action: planned.steps[at]?.action ?? "", ...answer, step: planned.steps[at] ?? {} }),
  );
  return judge({ ...judging, ...options }, planned, "raw", seen, twin);
}

function verdictOn(clause: string, ...given: Parameters<typeof verdicts>): Verdict | undefined {
  return verdicts(...given).find((verdict) => verdict.clause === clause);
}

const refusal = (code: string): Answered => ({ status: 400, body: failure(code) });
const imported: Answered = { body: success("<keyName>n</keyName><keyPairId>key-0123456789abcdef0</keyPairId>") };
const silent: Answered = { trouble: { kind: "timeout", why: "late" } };
const accepted: TwinOutcome = { accepted: true };

test("a refusal counts where the valid twin was accepted", () => {
  expect(verdictOn("B2MR", caseOf("B2MR-256"), [refusal("InvalidParameterValue")], {}, accepted)).toEqual({
    clause: "B2MR",
    drive: "raw",
    verdict: "pass",
    documented: "pass",
    observed: "pass",
  });
  expect(verdictOn("B2MR", caseOf("B2MR-256"), [refusal("ValidationError")], {}, accepted)).toEqual({
    clause: "B2MR",
    drive: "raw",
    verdict: "fail",
    documented: "fail",
    observed: "fail",
    expected: "400 InvalidParameterValue",
    actual: "400 ValidationError: no",
    step: "request",
  });
});

test("a twin that was refused makes its negatives indeterminate, and nothing else", () => {
  const twin: TwinOutcome = { accepted: false, why: "500 InternalError: no" };
  expect(verdictOn("B2MR", caseOf("B2MR-256"), [refusal("InvalidParameterValue")], {}, twin)).toEqual({
    clause: "B2MR",
    drive: "raw",
    verdict: "indeterminate",
    why: "its valid twin M3P2-minimal was not accepted: 500 InternalError: no",
  });
  expect(verdictOn("B2MR", caseOf("B2MR-255"), [imported], {}, twin)).toMatchObject({ verdict: "pass" });
  expect(verdictOn("F8AB", caseOf("B2MR-256"), [refusal("InvalidParameterValue")], {}, twin)).toMatchObject({
    verdict: "pass",
  });
});

test("a preparing step that was refused makes what rests on it indeterminate", () => {
  const planned = caseOf("E8G2-other-material");
  const answers = [
    refusal("InvalidKey.Format"),
    refusal("InvalidKeyPair.Duplicate"),
    refusal("InvalidKeyPair.NotFound"),
  ];
  expect(verdictOn("E8G2", planned, answers, {}, accepted)).toEqual({
    clause: "E8G2",
    drive: "raw",
    verdict: "indeterminate",
    why: "the step first was not accepted: InvalidKey.Format",
    blockedBy: "M3P2",
  });
  expect(verdictOn("E8G2", planned, [silent, refusal("InvalidKeyPair.Duplicate")], {}, accepted)).toMatchObject({
    why: "the step first before it was not answered: late",
  });
});

test("a step that could not be said makes what it judges indeterminate", () => {
  expect(verdictOn("M9TY", caseOf("M9TY-found"), [imported, imported])).toEqual({
    clause: "M9TY",
    drive: "raw",
    verdict: "indeterminate",
    why: "an earlier step had no usable answer",
  });
});

test("silence is indeterminate, with its reason, for all that would have been judged", () => {
  const all = verdicts(caseOf("B2MR-255"), [silent]);
  expect(all.length).toBeGreaterThan(5);
  for (const verdict of all) expect(verdict).toMatchObject({ verdict: "indeterminate", why: "late" });
});

test("an open case records, whatever came", () => {
  for (const answer of [imported, refusal("InvalidKey.Format"), silent]) {
    expect(verdictOn("K3CK", caseOf("K3CK-tab"), [answer])).toEqual({ clause: "K3CK", drive: "raw", verdict: "open" });
  }
});

test("a disputed value of a judged clause is open", () => {
  expect(verdictOn("Z7HX", caseOf("Z7HX-128"), [refusal("InvalidParameterValue")])).toEqual({
    clause: "Z7HX",
    drive: "raw",
    verdict: "open",
  });
});

test("what the target lacks is skipped, with its reason", () => {
  const lacks = { "dry-run": "it has none" };
  expect(verdictOn("X4B6", caseOf("X4B6-minimal"), [imported, imported, imported], { lacks })).toEqual({
    clause: "X4B6",
    drive: "raw",
    verdict: "skip",
    why: "dry-run: it has none",
  });
});

test("a check that throws, or does not exist, is an error of ours", () => {
  const stranger = {
    ...caseOf("M3P2-minimal"),
    clauses: ["G4MF"],
    judgements: [{ clause: "G4MF", check: "fingerprint-vector", steps: ["request"] }],
  };
  expect(verdictOn("G4MF", stranger, [imported])).toEqual({
    clause: "G4MF",
    drive: "raw",
    verdict: "error",
    why: "the check fingerprint-vector failed: the key is no vector",
  });
  expect(() => checkOf(importKeyPair, "nope")).toThrow('there is no check named "nope"');
});

test("what a clause of the success speaks about is not applicable to an error, and gives no verdict", () => {
  const clauses = verdicts(caseOf("B2MR-256"), [refusal("InvalidParameterValue")], {}, accepted).map(
    ({ clause }) => clause,
  );
  expect(clauses).toEqual(expect.arrayContaining(["B2MR", "F8AB", "C2UJ", "T9QW"]));
  for (const clause of ["Z9E9", "C9AW", "H9NC", "X6B3"]) expect(clauses).not.toContain(clause);
});

test("what is made by a request that should have been refused is judged as an answer, and not as an import", () => {
  const clauses = verdicts(caseOf("B2MR-256"), [imported], {}, accepted).map(({ clause }) => clause);
  expect(clauses).toEqual(expect.arrayContaining(["B2MR", "F8AB", "Z9E9"]));
  expect(clauses).not.toContain("H9NC");
});

test("a clause among others speaks only in their cases", () => {
  const echoed: Answered = { ...imported, sent: { KeyName: "n<" } };
  const named = verdicts(caseOf("N9AZ-less"), [echoed]).map(({ clause }) => clause);
  expect(named).toContain("B6A9");
  expect(verdicts(caseOf("M3P2-minimal"), [echoed]).map(({ clause }) => clause)).not.toContain("B6A9");
});

const vector = readAwsVectors()["aws-r1"] ?? { line: "", fingerprint: "" };
const digests = byPrograms("aws-r1");
const fingerprinted = (print: string): Answered => ({
  sent: { KeyName: "n", PublicKeyMaterial: Buffer.from(vector.line) },
  body: success(
    `<keyName>n</keyName><keyFingerprint>${print}</keyFingerprint><keyPairId>key-0123456789abcdef0</keyPairId>`,
  ),
});

test.for<{ authority: Layer; print: string; want: Partial<Verdict> }>([
  {
    authority: "observed",
    print: digests["md5-spki"],
    want: { verdict: "pass", documented: "pass", observed: "pass" },
  },
  {
    authority: "documented",
    print: "y",
    want: {
      verdict: "fail",
      documented: "fail",
      observed: "fail",
      expected: `${digests["md5-ssh"]} (md5-ssh) or ${digests["md5-spki"]} (md5-spki)`,
      actual: "y",
    },
  },
  {
    authority: "observed",
    print: digests["md5-ssh"],
    want: {
      verdict: "fail",
      documented: "pass",
      observed: "fail",
      expected: `${digests["md5-spki"]} (md5-spki)`,
      actual: digests["md5-ssh"],
    },
  },
  {
    authority: "documented",
    print: digests["md5-ssh"],
    want: { verdict: "pass", documented: "pass", observed: "fail" },
  },
  {
    authority: "observed",
    print: "x",
    want: {
      verdict: "fail",
      documented: "fail",
      observed: "fail",
      expected: `${digests["md5-spki"]} (md5-spki)`,
      actual: "x",
    },
  },
])("an RSA fingerprint $print under the authority $authority: $want.verdict", ({ authority, print, want }) => {
  const { step, ...verdict } = verdictOn("X6B3", caseOf("B6BZ-rsa-2048"), [fingerprinted(print)], { authority }) ?? {};
  expect(verdict).toEqual({ clause: "X6B3", drive: "raw", ...want });
  expect(step).toBe(want.verdict === "fail" ? "request" : undefined);
});

test("an authority that a clause lacks falls back on the other layer", () => {
  const [documentedOnly, observedOnly] = [clauseOf("C9AW"), clauseOf("V2EY")];
  expect([documentedOnly.observed, observedOnly.documented]).toEqual([undefined, undefined]);
  for (const authority of ["observed", "documented"] as const) {
    expect(verdictOn("C9AW", caseOf("M3P2-minimal"), [imported], { authority })).toEqual({
      clause: "C9AW",
      drive: "raw",
      verdict: "pass",
      documented: "pass",
    });
    expect(verdictOn("V2EY", caseOf("M3P2-minimal"), [imported], { authority })).toEqual({
      clause: "V2EY",
      drive: "raw",
      verdict: "pass",
      observed: "pass",
    });
  }
});

test("an inferred clause is judged, in no layer", () => {
  expect(verdictOn("W6WK", caseOf("W6WK-rsa-2048-rsa-rfc4716"), [fingerprinted("z"), fingerprinted("z")])).toEqual({
    clause: "W6WK",
    drive: "raw",
    verdict: "pass",
  });
});

test("a layer may be content with a code that the other one is not", () => {
  const format = refusal("InvalidKeyPair.Format");
  expect(verdictOn("R8TM", caseOf("R8TM-dsa"), [format], {}, accepted)).toMatchObject({
    verdict: "fail",
    documented: "pass",
    observed: "fail",
  });
  expect(verdictOn("R8TM", caseOf("R8TM-dsa"), [format], { authority: "documented" }, accepted)).toMatchObject({
    verdict: "pass",
  });
});

test("a clause that the contract does not have is a fault of the plan", () => {
  const clauses = new Map<string, Clause>(contract.clauses);
  clauses.delete("M3P2");
  expect(() => judge({ ...judging, contract: { ...contract, clauses } }, caseOf("M3P2-minimal"), "raw", [])).toThrow(
    "the plan judges the clause M3P2",
  );
});

describe("a judgement that is provided with others", () => {
  const planned: Case = {
    ...caseOf("M9TY-found"),
    steps: [
      { id: "one", action: "ImportKeyPair", input: {} },
      { id: "other", action: "ImportKeyPair", input: {} },
      { id: "last", action: "ImportKeyPair", input: {} },
    ],
    clauses: ["G8BY", "A8AG", "G6JG"],
    judgements: [
      { clause: "G8BY", check: "accepted", steps: ["last"], provided: ["A8AG"] },
      { clause: "A8AG", check: "accepted", steps: ["other"], provided: ["G6JG"] },
      { clause: "G6JG", check: "accepted", steps: ["one"] },
    ],
  };
  const refused = refusal("InvalidKey.Format");
  const failing = "G6JG fails here: expected 200 ImportKeyPairResponse, got 400 InvalidKey.Format: no";

  test.for<{ given: string; answers: readonly Answered[]; want: readonly Partial<Verdict>[] }>([
    {
      given: "all hold",
      answers: [imported, imported, imported],
      want: [{ verdict: "pass" }, { verdict: "pass" }, { verdict: "pass" }],
    },
    {
      given: "itself fails",
      answers: [imported, imported, refused],
      want: [{ verdict: "fail" }, { verdict: "pass" }, { verdict: "pass" }],
    },
    {
      given: "what it rests on fails: the cause is named through all of them",
      answers: [refused, imported, imported],
      want: [
        { verdict: "indeterminate", why: failing, blockedBy: "G6JG" },
        { verdict: "indeterminate", why: failing, blockedBy: "G6JG" },
        { verdict: "fail" },
      ],
    },
    {
      given: "what it rests on was not answered",
      answers: [silent, imported, imported],
      want: [
        { verdict: "indeterminate", why: "the step one before it was not answered: late" },
        { verdict: "indeterminate", why: "the step one before it was not answered: late" },
        { verdict: "indeterminate", why: "late" },
      ],
    },
    {
      given: "itself was not answered",
      answers: [imported, imported, silent],
      want: [{ verdict: "indeterminate", why: "late" }, { verdict: "pass" }, { verdict: "pass" }],
    },
  ])("$given", ({ answers, want }) => {
    const found = verdicts(planned, answers).filter(({ clause }) => planned.clauses.includes(clause));
    expect(found).toMatchObject(want);
    expect(found.map(({ blockedBy }) => blockedBy)).toEqual(want.map(({ blockedBy }) => blockedBy));
  });

  test("rests on nothing where the case does not judge it", () => {
    const [first] = planned.judgements.map((judgement) => ({ ...judgement, provided: ["B2MR"] }));
    expect(
      verdictOn("G8BY", { ...planned, judgements: first ? [first] : [] }, [imported, imported, imported]),
    ).toMatchObject({
      verdict: "indeterminate",
      why: "B2MR was not judged here",
    });
  });
});

test("a check that judges silence is asked about a step that nobody answered", () => {
  const given = caseOf("J7V9-megabyte");
  expect(verdictOn("J7V9", given, [silent, silent])).toMatchObject({ verdict: "fail", actual: "late" });
});
