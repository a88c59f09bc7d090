import { expect, test } from "vitest";
import { contractOf, failed, judgedCase, passed, refusedWith } from "../testing/nouns.ts";
import { clauseOf, contract } from "../testing/observations.ts";
import type { JudgedCase } from "./ledger.ts";
import { settle } from "./settle.ts";

const settled = (...cases: readonly JudgedCase[]) =>
  settle(contract, "M3P2", cases).map(({ id, verdicts }) => [id, verdicts.map(({ blockedBy }) => blockedBy ?? "")]);

test.for([
  { given: "what only this case shows is its own, and not the general clause's", twin: passed, want: ["G6JG", ""] },
  { given: "what the valid twin shows too is general", twin: failed, want: ["", "K2MH"] },
])("$given", ({ twin, want }) => {
  expect(
    settled(judgedCase("M3P2-minimal", twin("K2MH")), judgedCase("G6JG-blanks", failed("K2MH"), failed("G6JG"))),
  ).toEqual([
    ["M3P2-minimal", [""]],
    ["G6JG-blanks", want],
  ]);
});

test("where the plainest request is refused, the refusal of richer ones says nothing", () => {
  const refused = { expected: "200 ImportKeyPairResponse", actual: "400 InvalidAction: no" };
  expect(
    settled(judgedCase("M3P2-minimal", failed("M3P2", refused)), judgedCase("A8AG-import", failed("A8AG", refused))),
  ).toEqual([
    ["M3P2-minimal", [""]],
    ["A8AG-import", ["M3P2"]],
  ]);
});

test("a clause says nothing where one that it builds on fails everywhere", () => {
  expect(settled(judgedCase("E9KF-found", failed("E9KF")), judgedCase("M9TY-found", failed("M9TY")))).toEqual([
    ["E9KF-found", [""]],
    ["M9TY-found", ["E9KF"]],
  ]);
  expect(
    settled(
      judgedCase("E9KF-found", failed("E9KF")),
      judgedCase("E9KF-other", passed("E9KF")),
      judgedCase("M9TY-found", failed("M9TY")),
    ),
  ).toContainEqual(["M9TY-found", [""]]);
});

test("one wrong code for three mistakes is one finding, for two it is two", () => {
  const of = (...clauses: readonly string[]) =>
    settled(...clauses.map((clause) => judgedCase(`${clause}-x`, refusedWith(clause, "InvalidKeyPair.Format"))));
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
    judgedCase("E9KF-found", failed("E9KF")),
    judgedCase("C4UE-x", failed("C4UE")),
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
  const cases = [judgedCase("E9KF-found", failed("E9KF")), judgedCase("M9TY-found", failed("M9TY"))];
  const [, blocked] = settle({ ...contract, clauses }, "M3P2", cases, asOf);
  expect(blocked?.verdicts[0]?.blockedBy).toBe(want);
});

test("law: settling what is settled changes nothing", () => {
  const once = settle(contract, "M3P2", [
    judgedCase("M3P2-minimal", failed("K2MH")),
    judgedCase("E9KF-found", failed("E9KF")),
    judgedCase("G6JG-blanks", failed("K2MH"), failed("G6JG")),
    judgedCase("M9TY-found", failed("M9TY")),
  ]);
  expect(settle(contract, "M3P2", once)).toEqual(once);
});

test("what is blocked by a clause that fails nowhere counts as it was seen", () => {
  const [one] = settle(contract, "M3P2", [
    judgedCase(
      "Q7UC-absent",
      failed("Q7UC", { verdict: "indeterminate", blockedBy: "Z3R6", why: "Z3R6 fails on this answer" }),
    ),
  ]);
  expect(one?.verdicts).toEqual([failed("Q7UC")]);
});

const chain = contractOf({ id: "BASE" }, { id: "MIDL", after: ["BASE"] }, { id: "LAST", after: ["MIDL"] });

test("what is blocked by what is blocked itself names the clause at the end", () => {
  const [, , last] = settle(chain, "ACPT", [
    judgedCase("BASE-x", failed("BASE")),
    judgedCase("MIDL-x", failed("MIDL")),
    judgedCase("LAST-x", failed("LAST")),
  ]);
  expect(last?.verdicts).toEqual([failed("LAST", { verdict: "indeterminate", why: "BASE fails", blockedBy: "BASE" })]);
});

test("what was not observed in its case because of a clause names the one at the end too", () => {
  const unread = failed("LAST", { verdict: "indeterminate", why: "MIDL fails on this answer", blockedBy: "MIDL" });
  const [, , last] = settle(chain, "ACPT", [
    judgedCase("BASE-x", failed("BASE")),
    judgedCase("MIDL-x", failed("MIDL")),
    judgedCase("LAST-x", unread),
  ]);
  expect(last?.verdicts).toEqual([{ ...unread, blockedBy: "BASE" }]);
});

test("what was never seen, for a clause that fails nowhere, stays unobserved, and blames nobody", () => {
  const unseen = { clause: "LAST", drive: "raw", verdict: "indeterminate", why: "late", blockedBy: "MIDL" } as const;
  const { blockedBy: _, ...rest } = unseen;
  const { why: __, ...bare } = rest;
  expect(settle(chain, "ACPT", [judgedCase("LAST-x", unseen, passed("MIDL"))])[0]?.verdicts[0]).toStrictEqual(rest);
  const whyless = { ...bare, blockedBy: "MIDL" };
  expect(settle(chain, "ACPT", [judgedCase("LAST-x", whyless)])[0]?.verdicts[0]).toStrictEqual(bare);
});

test("what is blocked by a clause that the contract does not have counts as it was seen", () => {
  const blocked = failed("LAST", { verdict: "indeterminate", why: "GONE fails on this answer", blockedBy: "GONE" });
  const [, last] = settle(chain, "ACPT", [judgedCase("GONE-x", failed("GONE")), judgedCase("LAST-x", blocked)]);
  expect(last?.verdicts).toStrictEqual([failed("LAST")]);
});

test("a blocker that is mended gives what it blocked back, where it was settled before", () => {
  const before = settle(chain, "ACPT", [judgedCase("BASE-x", failed("BASE")), judgedCase("MIDL-x", failed("MIDL"))]);
  expect(before[1]?.verdicts[0]?.blockedBy).toBe("BASE");
  const mended = [judgedCase("BASE-x", passed("BASE")), ...before.slice(1)];
  expect(settle(chain, "ACPT", mended)[1]?.verdicts).toStrictEqual([failed("MIDL")]);
});

test("what passed, and what else is kept of a case, is left as it is", () => {
  const kept = {
    ...judgedCase("BASE-x", passed("BASE"), { ...passed("LAST"), verdict: "skip", why: "w" }),
    exchanges: [],
  };
  expect(settle(chain, "ACPT", [kept])).toStrictEqual([kept]);
});
