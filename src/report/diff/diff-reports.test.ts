import { expect, test } from "vitest";
import type { VerdictKind } from "../../model.ts";
import { caseWith, clauseWith, reportOf } from "../../testing/reports.ts";
import { mockWith, run } from "../../testing/runs.ts";
import { diffReports } from "./diff-reports.ts";
import type { ChangeKind } from "./difference.ts";

const of = (verdict: VerdictKind | null) =>
  reportOf({ clauses: verdict === null ? [] : [clauseWith("Q7UC", verdict)] });

test.for<{ old: VerdictKind | null; now: VerdictKind | null; want: ChangeKind | undefined; regression?: true }>([
  { old: "pass", now: "fail", want: "newly-failing", regression: true },
  { old: "indeterminate", now: "fail", want: "newly-failing" },
  { old: "not-run", now: "fail", want: "newly-failing" },
  { old: "fail", now: "pass", want: "newly-passing" },
  { old: "skip", now: "pass", want: "newly-passing" },
  { old: "pass", now: "indeterminate", want: "changed" },
  { old: "pass", now: "error", want: "changed" },
  { old: "fail", now: "skip", want: "changed" },
  { old: null, now: "fail", want: "new" },
  { old: null, now: "pass", want: "new" },
  { old: "pass", now: null, want: "gone" },
  { old: "pass", now: "pass", want: undefined },
  { old: "fail", now: "fail", want: undefined },
])("$old → $now: $want", ({ old, now, want, regression }) => {
  const { clauses, regressions } = diffReports(of(old), of(now));
  expect(clauses.map(({ kind }) => kind)).toEqual(want === undefined ? [] : [want]);
  expect(regressions).toEqual(regression ? ["Q7UC"] : []);
});

test("within a clause that fails in both, the cases that changed", () => {
  const report = (verdicts: readonly [id: string, verdict: VerdictKind][]) =>
    reportOf({
      clauses: [clauseWith("B2MR", "fail")],
      cases: verdicts.map(([id, verdict]) =>
        caseWith(id, {
          verdicts: [
            { clause: "B2MR", drive: "raw", verdict, ...(verdict === "fail" && { expected: "a", actual: "b" }) },
          ],
        }),
      ),
    });
  const old = report([
    ["B2MR-1", "fail"],
    ["B2MR-2", "pass"],
    ["B2MR-3", "fail"],
    ["B2MR-4", "fail"],
  ]);
  const now = report([
    ["B2MR-1", "fail"],
    ["B2MR-2", "fail"],
    ["B2MR-3", "pass"],
    ["B2MR-5", "fail"],
  ]);
  const [change] = diffReports(old, now).clauses;
  expect(change).toMatchObject({ kind: "fails-otherwise", old: "fail", new: "fail", regression: false });
  expect(change?.cases.map(({ id, old: was, new: is }) => [id, was, is])).toEqual([
    ["B2MR-2", "pass", "fail"],
    ["B2MR-3", "fail", "pass"],
    ["B2MR-5", null, "fail"],
    ["B2MR-4", "fail", null],
  ]);
  expect(change?.cases[0]).toMatchObject({ expected: "a", actual: "b" });
});

const good = await run({ only: ["name"] });
const bad = await run({ target: mockWith("name-256-accepted"), only: ["name"] });

test("a fault is a regression, its repair is none, and a report differs in nothing from itself", () => {
  const worse = diffReports(good, bad);
  expect(worse.regressions).toContain("B2MR");
  expect(worse.counts["newly-failing"]).toBe(worse.regressions.length);
  const better = diffReports(bad, good);
  expect(better.regressions).toEqual([]);
  expect(better.counts["newly-passing"]).toBe(worse.counts["newly-failing"]);
  expect(diffReports(bad, bad).clauses).toEqual([]);
});

test("law: there and back again are each other's mirror", () => {
  const [there, back] = [diffReports(good, bad), diffReports(bad, good)];
  const ends = (swap: boolean) => (change: (typeof there.clauses)[number]) =>
    [change.id, ...(swap ? [change.new, change.old] : [change.old, change.new]), change.cases.length].join(" ");
  expect(there.clauses.map(ends(false)).sort()).toEqual(back.clauses.map(ends(true)).sort());
});
