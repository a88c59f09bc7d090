import { expect, test } from "vitest";
import type { KnownOutcome } from "../known/match-known.ts";
import type { Level, VerdictKind } from "../model.ts";
import { contract } from "../testing/observations.ts";
import { clauseWith, reportOf } from "../testing/reports.ts";
import { badge } from "./badge.ts";

const byLevel = { must: "Q7UC", should: "E2YW", may: "K3CK" } as const;
type Given = Partial<Record<Level, VerdictKind>>;

function badgeOf(given: Given, level: Level = "must", known?: KnownOutcome) {
  const clauses = Object.entries(given).map(([name, verdict]) => clauseWith(byLevel[name as Level], verdict));
  const report = reportOf({ clauses, run: { level } });
  return JSON.parse(badge(report, { contract, colour: false, ...(known && { known }) })) as Record<string, unknown>;
}

test("the badge keeps coverage and divergence apart", () => {
  expect(badgeOf({ must: "fail", should: "pass" })).toEqual({
    schemaVersion: 1,
    label: "EC2 ImportKeyPair",
    message: "coverage 100.0 % · divergence 50.0 %",
    color: "red",
  });
});

const known = (exact: boolean): KnownOutcome => ({ exact, matched: 1, unlisted: [], stale: [], overdue: [] });

test.for<{ given: Given; level?: Level; known?: KnownOutcome; want: string }>([
  { given: {}, want: "lightgrey" },
  { given: { must: "skip" }, want: "lightgrey" },
  { given: { must: "pass" }, want: "brightgreen" },
  { given: { must: "fail" }, want: "red" },
  { given: { must: "pass", should: "fail" }, want: "yellow" },
  { given: { must: "pass", should: "fail" }, level: "should", want: "red" },
  { given: { must: "pass", should: "indeterminate" }, want: "orange" },
  { given: { must: "fail" }, known: known(true), want: "yellowgreen" },
  { given: { must: "pass" }, known: known(true), want: "brightgreen" },
  { given: { must: "pass" }, known: known(false), want: "red" },
])("$given at $level: $want", ({ given, level, known: outcome, want }) => {
  expect(badgeOf(given, level, outcome)["color"]).toBe(want);
});

test.for<{ verdict: VerdictKind; want: string }>([
  { verdict: "fail", want: "yellow" },
  { verdict: "indeterminate", want: "brightgreen" },
])("a $verdict of what came later than the run is pinned to: $want", ({ verdict, want }) => {
  const clauses = [clauseWith("Q7UC", "pass"), clauseWith("B2MR", verdict, { since: "0.2" })];
  const made = badge(reportOf({ clauses, run: { asOf: "0.1" } }), { contract, colour: false });
  expect(JSON.parse(made)).toMatchObject({ color: want });
});

test("a run that judged nothing, and one in which we broke, say so", () => {
  expect(badgeOf({ must: "skip" })["message"]).toBe("nothing judged");
  expect(badgeOf({ must: "error" })["isError"]).toBe(true);
});
