import { expect, test } from "vitest";
import type { Verdict } from "../model.ts";
import { clauseOf, contract } from "../testing/observations.ts";
import { settle } from "./settle.ts";

const failed = (clause: string, more: Partial<Verdict> = {}): Verdict => ({
  clause,
  drive: "raw",
  verdict: "fail",
  expected: "a",
  actual: "b",
  step: "request",
  ...more,
});
const passed = (clause: string): Verdict => ({ clause, drive: "raw", verdict: "pass" });
const caseOf = (id: string, ...verdicts: readonly Verdict[]) => ({ id, area: "name" as const, verdicts });
const settled = (...cases: readonly ReturnType<typeof caseOf>[]) =>
  settle(contract, "M3P2", cases).map(({ id, verdicts }) => [id, verdicts.map(({ blockedBy }) => blockedBy ?? "")]);

const refusedWith = (clause: string, code: string): Verdict =>
  failed(clause, { expected: "400 InvalidKey.Format", actual: `400 ${code}: no` });

test.for([
  { given: "what only this case shows is its own, and not the general clause's", twin: passed, want: ["G6JG", ""] },
  { given: "what the valid twin shows too is general", twin: failed, want: ["", "K2MH"] },
])("$given", ({ twin, want }) => {
  expect(settled(caseOf("M3P2-minimal", twin("K2MH")), caseOf("G6JG-blanks", failed("K2MH"), failed("G6JG")))).toEqual([
    ["M3P2-minimal", [""]],
    ["G6JG-blanks", want],
  ]);
});

test("where the plainest request is refused, the refusal of richer ones says nothing", () => {
  const refused = { expected: "200 ImportKeyPairResponse", actual: "400 InvalidAction: no" };
  expect(
    settled(caseOf("M3P2-minimal", failed("M3P2", refused)), caseOf("A8AG-import", failed("A8AG", refused))),
  ).toEqual([
    ["M3P2-minimal", [""]],
    ["A8AG-import", ["M3P2"]],
  ]);
});

test("a clause says nothing where one that it builds on fails everywhere", () => {
  expect(settled(caseOf("E9KF-found", failed("E9KF")), caseOf("M9TY-found", failed("M9TY")))).toEqual([
    ["E9KF-found", [""]],
    ["M9TY-found", ["E9KF"]],
  ]);
  expect(
    settled(
      caseOf("E9KF-found", failed("E9KF")),
      caseOf("E9KF-other", passed("E9KF")),
      caseOf("M9TY-found", failed("M9TY")),
    ),
  ).toContainEqual(["M9TY-found", [""]]);
});

test("one wrong code for three mistakes is one finding, for two it is two", () => {
  const of = (...clauses: readonly string[]) =>
    settled(...clauses.map((clause) => caseOf(`${clause}-x`, refusedWith(clause, "InvalidKeyPair.Format"))));
  expect(of("U7JG", "C8WE")).toEqual([
    ["U7JG-x", [""]],
    ["C8WE-x", [""]],
  ]);
  expect(of("U7JG", "M9EA", "B2MR").filter(([, by]) => by?.[0] === "")).toHaveLength(1);
});

test("nothing that gates is blocked by what does not", () => {
  for (const [id, clause] of contract.clauses) {
    for (const base of clause.after ?? []) expect(contract.clauses.has(base), `${id} after ${base}`).toBe(true);
  }
  // C4UE is a must; were E9KF only a should, it could not hide it.
  const weaker = new Map(contract.clauses).set("E9KF", { ...clauseOf("E9KF"), level: "should" });
  const found = settle({ ...contract, clauses: weaker }, "M3P2", [
    caseOf("E9KF-found", failed("E9KF")),
    caseOf("C4UE-x", failed("C4UE")),
  ]);
  expect(found.flatMap(({ verdicts }) => verdicts.map(({ blockedBy }) => blockedBy))).toEqual([undefined, undefined]);
});

test.for<{ given: string; asOf?: string; newer: readonly string[]; want: string | undefined }>([
  { given: "nothing", newer: ["E9KF"], want: "E9KF" },
  { given: "a version before the clause that explains", asOf: "0.1", newer: ["E9KF"], want: undefined },
  { given: "a version before the clause that is explained", asOf: "0.1", newer: ["M9TY"], want: "E9KF" },
  { given: "a version before both", asOf: "0.1", newer: ["E9KF", "M9TY"], want: "E9KF" },
  { given: "the version of the clause that explains", asOf: "0.2", newer: ["E9KF"], want: "E9KF" },
])("of a run that is pinned to $given, the failure is explained by $want", ({ asOf, newer, want }) => {
  const clauses = new Map(contract.clauses);
  for (const id of newer) clauses.set(id, { ...clauseOf(id), since: "0.2" });
  const cases = [caseOf("E9KF-found", failed("E9KF")), caseOf("M9TY-found", failed("M9TY"))];
  const [, blocked] = settle({ ...contract, clauses }, "M3P2", cases, asOf);
  expect(blocked?.verdicts[0]?.blockedBy).toBe(want);
});

test("law: settling what is settled changes nothing", () => {
  const once = settle(contract, "M3P2", [
    caseOf("M3P2-minimal", failed("K2MH")),
    caseOf("E9KF-found", failed("E9KF")),
    caseOf("G6JG-blanks", failed("K2MH"), failed("G6JG")),
    caseOf("M9TY-found", failed("M9TY")),
  ]);
  expect(settle(contract, "M3P2", once)).toEqual(once);
});

test("what is blocked by a clause that fails nowhere counts as it was seen", () => {
  const [one] = settle(contract, "M3P2", [
    caseOf(
      "Q7UC-absent",
      failed("Q7UC", { verdict: "indeterminate", blockedBy: "Z3R6", why: "Z3R6 fails on this answer" }),
    ),
  ]);
  expect(one?.verdicts).toEqual([failed("Q7UC")]);
});
