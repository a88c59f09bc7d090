import { expect, test } from "vitest";
import type { Verdict, VerdictKind } from "../model.ts";
import { contract } from "../testing/observations.ts";
import { diagnose } from "./diagnose.ts";
import type { Diagnostics, FaultFacts } from "./diagnosis.ts";
import { type FaultSign, type JudgedCase, signsOf } from "./sign.ts";

/** `case clause` and what was seen; with a `-` in front it holds, with a `?` it was not observed, with a `~` it is blocked. */
const casesOf = (...signs: readonly string[]): JudgedCase[] =>
  [...Map.groupBy(signs, (sign) => sign.replace(/^[-?~]/, "").split(" ")[0] ?? "")].map(([id, all]) => ({
    id,
    verdicts: all.map((sign): Verdict => {
      const [, clause = "", actual = "seen"] = sign.split(" ");
      const kinds: Readonly<Record<string, VerdictKind>> = { "-": "pass", "?": "indeterminate", "~": "indeterminate" };
      const verdict = kinds[sign[0] ?? ""] ?? "fail";
      if (verdict === "pass" || sign.startsWith("?")) return { clause, drive: "raw", verdict };
      const blocked = sign.startsWith("~") && { blockedBy: "Z3R6" };
      return { clause, drive: "raw", verdict, expected: "it", actual, ...blocked };
    }),
  }));

/** A fault with what it turns red; `*` where that is another in every run, `#` in front where its form is the same. */
const fault = (id: string, ...signs: readonly string[]): [FaultFacts, readonly FaultSign[]] => {
  const measured = signsOf(contract, casesOf(...signs)).filter((sign): sign is FaultSign => sign.kind !== "green");
  const clause = measured[0]?.clause ?? "";
  const drawn = (sign: FaultSign): string | undefined =>
    signs.find((one) => one.startsWith(`${sign.case} ${sign.clause} `))?.split(" ")[2]?.[0];
  return [
    { id, summary: `${id}.`, area: "name", clause },
    measured.map((sign) => {
      if (drawn(sign) === "*") return { ...sign, value: "", form: "" };
      return drawn(sign) === "#" ? { ...sign, value: "" } : { ...sign, form: "" };
    }),
  ];
};

const known = (...faults: readonly [FaultFacts, readonly FaultSign[]][]): Diagnostics => ({
  faults: faults.map(([facts]) => facts),
  signatures: new Map(faults.map(([{ id }, signs]) => [id, signs])),
});

const long = fault("any-length", "a B2MR", "b B2MR");
const little = fault("one-more", "a B2MR");
const missing = fault("none", "c Q7UC");
const nothing = fault("never-looked-at", "a B2MR", "b B2MR", "c Q7UC");
const md5 = fault("md5", "d X6B3 aa:bb", "e X6B3 *");
const sha1 = fault("sha1", "d X6B3 cc:dd", "e X6B3 *");
const ofForm = fault("hex", "d X6B3 #abcdef");
const hidden = fault("hidden", "d X6B3 aa:bb", "d G4MF", "f G4MF");

test.for([
  { name: "nothing is red", faults: [long], cases: ["-a B2MR"], want: [], left: [] },
  { name: "one fault", faults: [long, missing], cases: ["c Q7UC", "-a B2MR", "-b B2MR"], want: [["none"]], left: [] },
  {
    name: "two",
    faults: [long, missing],
    cases: ["a B2MR", "b B2MR", "c Q7UC"],
    want: [["any-length"], ["none"]],
    left: [],
  },
  {
    name: "the smaller number",
    faults: [long, missing, nothing],
    cases: ["a B2MR", "b B2MR", "c Q7UC"],
    want: [["never-looked-at"]],
    left: [],
  },
  {
    name: "what is green contradicts",
    faults: [long, little],
    cases: ["a B2MR", "-b B2MR"],
    want: [["one-more"]],
    left: [],
  },
  {
    name: "what was not observed does not",
    faults: [long],
    cases: ["a B2MR", "?b B2MR"],
    want: [["any-length"]],
    left: [],
  },
  {
    name: "the one of which less is missing",
    faults: [long, little],
    cases: ["a B2MR"],
    want: [["one-more"]],
    left: [],
  },
  { name: "the exact value", faults: [md5, sha1], cases: ["d X6B3 cc:dd", "e X6B3 xx"], want: [["sha1"]], left: [] },
  { name: "no other value", faults: [md5, sha1], cases: ["d X6B3 ee:ff"], want: [], left: ["X6B3"] },
  { name: "the form", faults: [ofForm], cases: ["d X6B3 #012345"], want: [["hex"]], left: [] },
  { name: "no other form", faults: [ofForm], cases: ["d X6B3 #xyz"], want: [], left: ["X6B3"] },
  {
    name: "what is seen all over is not of what is wrong in a few cases",
    faults: [missing],
    cases: ["c Q7UC", "s Q7UC", "t Q7UC", "u Q7UC", "v Q7UC", "w Q7UC", "x Q7UC"],
    want: [],
    left: ["Q7UC"],
  },
  {
    name: "equal signatures",
    faults: [missing, fault("nil", "c Q7UC")],
    cases: ["c Q7UC"],
    want: [["none", "nil"]],
    left: [],
  },
  { name: "nothing known", faults: [long], cases: ["c Q7UC"], want: [], left: ["Q7UC"] },
  { name: "behind another failure", faults: [md5], cases: ["~d X6B3 aa:bb", "~e X6B3 xx"], want: [["md5"]], left: [] },
  { name: "nothing seen behind another failure", faults: [md5], cases: ["~e X6B3 xx"], want: [], left: [] },
  {
    name: "the same sight in a case that the fault does not reach",
    faults: [missing],
    cases: ["c Q7UC", "z Q7UC"],
    want: [["none"]],
    left: [],
  },
  {
    name: "another sight there",
    faults: [missing],
    cases: ["c Q7UC", "z Q7UC other"],
    want: [["none"]],
    left: ["Q7UC"],
  },
  {
    name: "what another cause hides in a case contradicts nothing there",
    faults: [long, hidden],
    cases: ["a B2MR", "b B2MR", "d X6B3 aa:bb", "d G4MF", "-f G4MF", "f B2MR"].concat(
      "-g B2MR",
      "-h B2MR",
      "-i B2MR",
      "-j B2MR",
      "-k B2MR",
      "-l B2MR",
    ),
    want: [["any-length"], []],
    left: ["X6B3", "G4MF"],
  },
])("$name", ({ faults, cases, want, left }) => {
  const { causes, unexplained } = diagnose(contract, known(...faults), casesOf(...cases));
  expect(causes.map((cause) => cause.faults)).toEqual(want.filter((ids) => ids.length > 0));
  expect(unexplained.map(({ clause }) => clause)).toEqual(left);
});

test("a cause tells what it explains, what to change, and who had it", () => {
  const bug = { emulator: "moto", link: "https://github.com/getmoto/moto/pull/1" };
  const [facts, signs] = long;
  const { causes } = diagnose(contract, known([{ ...facts, bug }, signs]), casesOf("a B2MR", "b B2MR", "-c Q7UC"));
  expect(causes).toEqual([
    {
      faults: ["any-length"],
      title: "any-length.",
      advice: `Do as AWS does: ${contract.clauses.get("B2MR")?.text}`,
      clauses: ["B2MR"],
      cases: 2,
      knownFrom: bug,
    },
  ]);
});

test("a fault that varies is not contradicted by what holds, as long as most fits", () => {
  const [facts, signs] = fault("crash", "a Z3R6", "b Z3R6", "c Z3R6");
  const varying: [FaultFacts, readonly FaultSign[]] = [{ ...facts, varies: true }, signs];
  const causesOf = (one: typeof varying, ...cases: readonly string[]) =>
    diagnose(contract, known(one), casesOf(...cases)).causes.length;
  expect(causesOf(varying, "a Z3R6", "b Z3R6", "-c Z3R6")).toBe(1);
  expect(causesOf(varying, "a Z3R6", "-b Z3R6", "-c Z3R6")).toBe(0);
  expect(causesOf([facts, signs], "a Z3R6", "b Z3R6", "-c Z3R6")).toBe(0);
});

test("a remedy stands in the place of the clause's sentence", () => {
  const [facts, signs] = long;
  const remedy = "Look at it.";
  const { causes } = diagnose(contract, known([{ ...facts, remedy }, signs]), casesOf("a B2MR", "b B2MR"));
  expect(causes[0]?.advice).toBe(remedy);
});

test("what explains most comes first", () => {
  const wide = fault("wide", "a Z4JN", "b Z4JN", "c Z4JN");
  const two = fault("two", "d B2MR", "e Q7UC");
  const cases = casesOf("a Z4JN", "b Z4JN", "c Z4JN", "d B2MR", "e Q7UC", "f G8BY", "-g G8BY");
  const { causes, unexplained } = diagnose(contract, known(fault("one", "f G8BY"), wide, two), cases);
  expect(causes.map(({ faults, clauses, cases: count }) => [faults[0], clauses.length, count])).toEqual([
    ["two", 2, 2],
    ["wide", 1, 3],
    ["one", 1, 1],
  ]);
  expect(unexplained).toEqual([]);
});
