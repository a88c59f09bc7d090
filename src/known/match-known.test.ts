import { expect, test } from "vitest";
import type { VerdictKind } from "../model.ts";
import type { Report } from "../report/report.ts";
import { caseWith, clauseWith, reportOf } from "../testing/reports.ts";
import { deviatesFrom, type KnownOutcome, matchKnown } from "./match-known.ts";
import type { KnownDeviation } from "./read-known.ts";

const today = "2026-11-24";
const entry = (parts: Partial<KnownDeviation> = {}): KnownDeviation => ({
  clause: "B2MR",
  reason: "r",
  review: "2027-01-01",
  ...parts,
});

/** A report in which the cases of B2MR came to this, under one or two drives. */
function report(
  cases: Readonly<Record<string, VerdictKind | readonly [VerdictKind, VerdictKind]>>,
  target: Partial<Report["target"]> = {},
): Report {
  return reportOf({
    target: { name: "small", endpoint: "http://small.test/", ...target },
    clauses: [clauseWith("B2MR", "fail")],
    cases: Object.entries(cases).map(([id, kinds]) =>
      caseWith(id, {
        verdicts: [kinds].flat().map((verdict, at) => ({ clause: "B2MR", drive: at === 0 ? "raw" : "sdk", verdict })),
      }),
    ),
  });
}

const nothing: KnownOutcome = { exact: true, matched: 0, unlisted: [], stale: [], overdue: [] };

test.for<{ given: string; entries: readonly KnownDeviation[]; report: Report; want: Partial<KnownOutcome> }>([
  { given: "nothing fails, nothing is listed", entries: [], report: report({ a: "pass" }), want: {} },
  { given: "a whole clause", entries: [entry()], report: report({ a: "fail", b: "fail" }), want: { matched: 1 } },
  {
    given: "one case",
    entries: [entry({ case: "a" })],
    report: report({ a: "fail", b: "pass" }),
    want: { matched: 1 },
  },
  {
    given: "two cases",
    entries: [entry({ case: ["a", "b"] })],
    report: report({ a: "fail", b: "fail", c: "pass" }),
    want: { matched: 1 },
  },
  {
    given: "two entries of one clause",
    entries: [entry({ case: "a" }), entry({ case: "b" })],
    report: report({ a: "fail", b: "fail", c: "pass" }),
    want: { matched: 1 },
  },
  {
    given: "a case that fails under one drive",
    entries: [entry({ case: "a" })],
    report: report({ a: ["pass", "fail"] }),
    want: { matched: 1 },
  },

  {
    given: "an unlisted clause",
    entries: [],
    report: report({ a: "fail", b: "fail" }),
    want: { exact: false, unlisted: [{ clause: "B2MR" }] },
  },
  {
    given: "an unlisted case",
    entries: [],
    report: report({ a: "fail", b: "pass" }),
    want: { exact: false, unlisted: [{ clause: "B2MR", cases: ["a"] }] },
  },
  {
    given: "one case more",
    entries: [entry({ case: "a" })],
    report: report({ a: "fail", b: "fail" }),
    want: { exact: false, matched: 1, unlisted: [{ clause: "B2MR", cases: ["b"] }] },
  },

  {
    given: "a clause that passes",
    entries: [entry()],
    report: report({ a: "pass" }),
    want: { exact: false, stale: [{ entry: entry(), why: "a passes now" }] },
  },
  {
    given: "a clause that passes in part",
    entries: [entry()],
    report: report({ a: "fail", b: "pass", c: "pass" }),
    want: { exact: false, matched: 1, stale: [{ entry: entry(), why: "b, c pass now" }] },
  },
  {
    given: "a clause that passes in many cases, of which some are named",
    entries: [entry()],
    report: report({ a: "pass", b: "pass", c: "pass", d: "pass", e: "pass", f: "pass" }),
    want: { exact: false, stale: [{ entry: entry(), why: "a, b, c, d, e pass now" }] },
  },
  {
    given: "a case that passes where another fails that is not listed",
    entries: [entry({ case: "a" })],
    report: report({ a: "pass", b: "fail" }),
    want: {
      exact: false,
      matched: 1,
      unlisted: [{ clause: "B2MR", cases: ["b"] }],
      stale: [{ entry: entry({ case: "a" }), why: "a passes now" }],
    },
  },
  {
    given: "a case that passes, past its review",
    entries: [entry({ case: "a", review: "2026-11-23" })],
    report: report({ a: "pass" }),
    want: {
      exact: false,
      stale: [{ entry: entry({ case: "a", review: "2026-11-23" }), why: "a passes now" }],
      overdue: [entry({ case: "a", review: "2026-11-23" })],
    },
  },
  {
    given: "a case that passes",
    entries: [entry({ case: ["a", "b"] })],
    report: report({ a: "fail", b: "pass" }),
    want: { exact: false, matched: 1, stale: [{ entry: entry({ case: ["a", "b"] }), why: "b passes now" }] },
  },

  { given: "a clause that was not judged", entries: [entry()], report: report({}), want: {} },
  {
    given: "a case that was skipped",
    entries: [entry({ case: "a" })],
    report: report({ a: "skip", b: "pass" }),
    want: {},
  },
  {
    given: "a case that was not observed",
    entries: [entry({ case: "a" })],
    report: report({ a: "indeterminate" }),
    want: {},
  },
  {
    given: "a case that was not run",
    entries: [entry({ case: ["a", "b"] })],
    report: report({ a: "fail" }),
    want: { matched: 1 },
  },

  {
    given: "a flaky case that fails",
    entries: [entry({ case: "a", flaky: true })],
    report: report({ a: "fail" }),
    want: { matched: 1 },
  },
  {
    given: "a flaky case that passes",
    entries: [entry({ case: "a", flaky: true })],
    report: report({ a: "pass" }),
    want: {},
  },
  {
    given: "a case beside a flaky one",
    entries: [entry({ case: "a", flaky: true })],
    report: report({ a: "pass", b: "fail" }),
    want: { exact: false, matched: 1, unlisted: [{ clause: "B2MR", cases: ["b"] }] },
  },
  {
    given: "a flaky clause that fails in part",
    entries: [entry({ flaky: true })],
    report: report({ a: "pass", b: "fail" }),
    want: { matched: 1 },
  },

  {
    given: "an entry past its review",
    entries: [entry({ review: "2026-11-23" })],
    report: report({ a: "fail" }),
    want: { exact: false, matched: 1, overdue: [entry({ review: "2026-11-23" })] },
  },
  {
    given: "an entry on the day of its review",
    entries: [entry({ review: today })],
    report: report({ a: "fail" }),
    want: { matched: 1 },
  },

  {
    given: "an entry of another target",
    entries: [entry({ target: "moto" })],
    report: report({ a: "pass" }),
    want: {},
  },
  {
    given: "an overdue entry of another target",
    entries: [entry({ target: "moto", review: "2020-01-01" })],
    report: report({ a: "pass" }),
    want: {},
  },
  {
    given: "another target's entry of a clause that fails",
    entries: [entry({ target: "moto" })],
    report: report({ a: "fail" }),
    want: { exact: false, unlisted: [{ clause: "B2MR" }] },
  },
  {
    given: "an entry of this target",
    entries: [entry({ target: "moto" })],
    report: report({ a: "fail" }, { name: "moto" }),
    want: { matched: 1 },
  },
  {
    given: "a version in the range",
    entries: [entry({ versions: ">=5 <6" })],
    report: report({ a: "fail" }, { version: "5.2.5" }),
    want: { matched: 1 },
  },
  {
    given: "a prerelease in the range",
    entries: [entry({ versions: ">=5 <6" })],
    report: report({ a: "fail" }, { version: "5.2.6-dev.1" }),
    want: { matched: 1 },
  },
  {
    given: "a version out of the range",
    entries: [entry({ versions: "<5" })],
    report: report({ a: "pass" }, { version: "5.2.5" }),
    want: {},
  },
  {
    given: "a version that is not known",
    entries: [entry({ versions: "<5" })],
    report: report({ a: "pass" }),
    want: {},
  },
  {
    given: "a version that is no semver",
    entries: [entry({ versions: "<5" })],
    report: report({ a: "pass" }, { version: "latest" }),
    want: {},
  },
])("$given", ({ entries, report: given, want }) => {
  expect(matchKnown(entries, given, today)).toEqual({ ...nothing, ...want });
});

test.for<{ given: string; kind: VerdictKind; entries: readonly KnownDeviation[]; want: boolean }>([
  { given: "a failure that nobody lists", kind: "fail", entries: [], want: true },
  { given: "a failure that is listed", kind: "fail", entries: [entry({ case: "a" })], want: false },
  {
    given: "a failure that is listed for another target",
    kind: "fail",
    entries: [entry({ target: "big" })],
    want: true,
  },
  { given: "a pass that is listed as a failure", kind: "pass", entries: [entry()], want: true },
  { given: "a pass that is listed as flaky", kind: "pass", entries: [entry({ flaky: true })], want: false },
  { given: "a failure whose entry is overdue", kind: "fail", entries: [entry({ review: "2000-01-01" })], want: false },
  { given: "what could not be observed", kind: "indeterminate", entries: [], want: false },
])("$given settles that the run deviates: $want", ({ kind, entries, want }) => {
  const { target, cases } = report({ a: kind });
  expect(cases.map((result) => deviatesFrom(entries, target, result))).toEqual([want]);
});

const pinned = (parts: { since: string; asOf?: string }): Report => {
  const made = report({ a: "fail" });
  const { since, asOf } = parts;
  return {
    ...made,
    run: { ...made.run, ...(asOf !== undefined && { asOf }) },
    clauses: [clauseWith("B2MR", "fail", { since })],
  };
};

test.for<{ given: string; report: Report; entries?: readonly KnownDeviation[]; want: Partial<KnownOutcome> }>([
  {
    given: "nothing is pinned",
    report: pinned({ since: "0.2" }),
    want: { exact: false, unlisted: [{ clause: "B2MR" }] },
  },
  { given: "the clause came later", report: pinned({ since: "0.2", asOf: "0.1" }), want: {} },
  {
    given: "the clause was there",
    report: pinned({ since: "0.2", asOf: "0.2" }),
    want: { exact: false, unlisted: [{ clause: "B2MR" }] },
  },
  {
    given: "the clause came later, and is listed",
    report: pinned({ since: "0.2", asOf: "0.1" }),
    entries: [entry()],
    want: { matched: 1 },
  },
])("a failure of a pinned run, where $given", ({ report: given, entries = [], want }) => {
  expect(matchKnown(entries, given, today)).toEqual({ ...nothing, ...want });
});

test("what a case shows of one clause says nothing of another", () => {
  const verdicts = [
    { clause: "B2MR", drive: "raw", verdict: "pass" },
    { clause: "Q7UC", drive: "raw", verdict: "fail" },
  ] as const;
  const both = reportOf({ cases: [caseWith("a", { verdicts })] });
  expect(matchKnown([entry({ clause: "Q7UC" })], both, today)).toEqual({ ...nothing, matched: 1 });
});

test("what came later than the run is pinned to does not make it bail", () => {
  const [failing] = report({ a: "fail" }).cases;
  if (failing === undefined) throw new Error("there is a case");
  expect(deviatesFrom([], { name: "small" }, failing)).toBe(true);
  expect(deviatesFrom([], { name: "small" }, failing, new Set(["B2MR"]))).toBe(false);
});
