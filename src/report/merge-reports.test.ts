import { expect, test } from "vitest";
import { UsageError } from "../errors.ts";
import type { Drive, VerdictKind } from "../model.ts";
import { contract } from "../testing/observations.ts";
import { caseWith, clauseWith, exchangeWith, reportOf } from "../testing/reports.ts";
import { mockWith, run } from "../testing/runs.ts";
import { mergeReports } from "./merge-reports.ts";
import type { Report, ReportedCase } from "./report.ts";
import { reporters } from "./reporters.ts";

const named = (...reports: readonly Report[]) => reports.map((report, index) => ({ name: `${index}.json`, report }));

const whole = await run({ target: mockWith("name-256-accepted"), only: ["name", "dry-run"], drives: ["raw"] });

test.for(Object.keys(reporters) as (keyof typeof reporters)[])(
  "the merge of one report renders the same as %s",
  (name) => {
    const context = { contract, colour: false };
    expect(reporters[name](mergeReports(named(whole)), context)).toBe(reporters[name](whole, context));
  },
);

/** The report as it would be had only these cases run. */
function part(report: Report, wanted: (reported: ReportedCase) => boolean): Report {
  const cases = report.cases.filter(wanted);
  const ids = new Set(cases.map(({ id }) => id));
  const clauses = report.clauses.map((clause) => {
    const verdicts = cases.flatMap(({ verdicts }) => verdicts.filter((one) => one.clause === clause.id));
    const kinds = new Set(verdicts.map(({ verdict }) => verdict));
    const verdict = (["fail", "pass", "skip", "open"] as const).find((kind) => kinds.has(kind)) ?? ("not-run" as const);
    return { ...clause, verdict, cases: clause.cases.filter((id) => ids.has(id)) };
  });
  return { ...report, clauses, cases };
}

test("the merge of shards is the whole, in the plan's order, whichever comes first", () => {
  const order = whole.cases.map(({ id }) => id);
  const isEven = ({ id }: ReportedCase): boolean => order.indexOf(id) % 2 === 0;
  const shards = [part(whole, isEven), part(whole, (one) => !isEven(one))];
  for (const parts of [shards, shards.toReversed()]) {
    const merged = mergeReports(named(...parts), order);
    expect(merged.cases).toEqual(whole.cases);
    expect(merged.score).toEqual(whole.score);
    expect(merged.clauses.map(({ id, verdict }) => [id, verdict])).toEqual(
      whole.clauses.map(({ id, verdict }) => [id, verdict]),
    );
    expect(merged.run.requests).toBe(2 * whole.run.requests);
  }
});

test("the shards of a run merge to the report of the whole run; a set that lacks one is refused", async () => {
  const options = { target: mockWith("name-256-accepted"), only: ["name", "dry-run"], drives: ["raw"] } as const;
  const parts = await Promise.all([1, 2, 3].map((index) => run({ ...options, shard: { index, of: 3 } })));
  const order = whole.cases.map(({ id }) => id);
  const merged = mergeReports(named(...parts.toReversed()), order);
  expect(merged.clauses).toEqual(whole.clauses);
  expect(merged.score).toEqual(whole.score);
  expect(merged.run.shard).toBeNull();
  const judged = ({ cases }: Report) => cases.map(({ id, verdicts }) => [id, verdicts]);
  expect(judged(merged)).toEqual(judged(whole));
  const [first, second] = parts as [Report, Report];
  expect(() => mergeReports(named(first, second))).toThrow("of 3 shards 3/3 is missing");
  expect(() => mergeReports(named(first))).toThrow("of 3 shards 2/3, 3/3 is missing");
  expect(() => mergeReports(named(first, whole))).toThrow("the first is one of 3 shards, the other is not");
});

const shard = (drive: Drive, verdict: VerdictKind, parts: Partial<ReportedCase> = {}): Report =>
  reportOf({
    clauses: [clauseWith("Q7UC", verdict, { cases: ["Q7UC-absent"], ...(verdict === "fail" && { observed: "fail" }) })],
    cases: [
      caseWith("Q7UC-absent", {
        verdicts: [{ clause: "Q7UC", drive, verdict }],
        exchanges: [exchangeWith({ drive })],
        ...parts,
      }),
    ],
    run: {
      drives: [drive],
      keys: { a: `key of ${drive}` },
      leftovers: [drive],
      startedAt: `2026-11-24T12:00:0${drive === "raw" ? 2 : 1}.000Z`,
    },
  });

test("shards by drive share their cases", () => {
  const { cases, clauses, run: facts } = mergeReports(named(shard("sdk", "pass"), shard("raw", "fail")));
  expect(cases).toHaveLength(1);
  expect(cases[0]?.verdicts.map(({ drive, verdict }) => [drive, verdict])).toEqual([
    ["sdk", "pass"],
    ["raw", "fail"],
  ]);
  expect(cases[0]?.exchanges).toHaveLength(2);
  expect(clauses[0]).toMatchObject({ verdict: "fail", observed: "fail", cases: ["Q7UC-absent"] });
  expect(facts).toMatchObject({
    drives: ["raw", "sdk"],
    startedAt: "2026-11-24T12:00:01.000Z",
    seconds: 2.5,
    requests: 14,
    leftovers: ["sdk", "raw"],
    keys: { a: "key of sdk", "a#2": "key of raw" },
  });
});

test("the reason of a clause is that of its verdict", () => {
  const skipped = reportOf({ clauses: [clauseWith("V4HZ", "skip", { why: "none" })] });
  const unrun = reportOf({ clauses: [clauseWith("V4HZ", "not-run", { why: "outside" })] });
  const passed = reportOf({ clauses: [clauseWith("V4HZ", "pass")] });
  expect(mergeReports(named(unrun, skipped)).clauses[0]?.why).toBe("none");
  expect(mergeReports(named(unrun, passed)).clauses[0]).not.toHaveProperty("why");
});

test("the same report twice is that report's cases once", () => {
  expect(mergeReports(named(whole, whole)).cases).toEqual(whole.cases);
});

const other = reportOf({});
test.for<{ given: readonly Report[]; want: string }>([
  { given: [], want: "Failed to merge: no report is named" },
  {
    given: [other, { ...other, contract: { ...other.contract, sha256: "1".repeat(64) } }],
    want: "Failed to merge 0.json and 1.json: they are of different contracts, 000000000000 and 111111111111.",
  },
  {
    given: [other, { ...other, target: { ...other.target, version: "2" } }],
    want: "they are of different targets, small and small 2",
  },
  {
    given: [other, other, reportOf({ run: { seed: 2 } })],
    want: "Failed to merge 0.json and 2.json: they are of different seeds, 1 and 2",
  },
  { given: [other, reportOf({ run: { authority: "documented" } })], want: "different authorities" },
  { given: [other, reportOf({ run: { regions: ["a", "b"] } })], want: "different Regions" },
  { given: [shard("raw", "pass"), shard("raw", "fail")], want: "both judge Q7UC by raw in the case Q7UC-absent" },
])("refused: $want", ({ given, want }) => {
  expect(() => mergeReports(named(...given))).toThrow(UsageError);
  expect(() => mergeReports(named(...given))).toThrow(want);
});
