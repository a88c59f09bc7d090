import { expect, test } from "vitest";
import { caseWith, clauseWith, reportOf } from "../../testing/reports.ts";
import { mockWith, run } from "../../testing/runs.ts";
import { buildMatrix } from "./matrix.ts";

const target = (name: string, version?: string) =>
  reportOf({ target: { name, endpoint: "http://t.test/", ...(version !== undefined && { version }) } });

test.for([
  { given: [target("a"), target("b")], want: ["a", "b"] },
  { given: [target("a", "1"), target("a", "2")], want: ["a 1", "a 2"] },
  { given: [target("a"), target("a"), target("a")], want: ["a", "a (2)", "a (3)"] },
  { given: [target("a (2)"), target("a"), target("a")], want: ["a (2)", "a", "a (3)"] },
])("labels: $want", ({ given: [first, ...more], want }) => {
  expect(buildMatrix([first ?? target("a"), ...more]).targets.map(({ label }) => label)).toEqual(want);
});

test("a cell has the verdict and all failures; a clause that a report lacks was not run there", () => {
  const verdict = { clause: "B2MR", drive: "raw", verdict: "fail", expected: "a", actual: "b" } as const;
  const failing = reportOf({
    clauses: [clauseWith("Q7UC", "pass"), clauseWith("B2MR", "fail", { cases: ["B2MR-255", "B2MR-256"], why: "w" })],
    cases: [
      caseWith("B2MR-255", { verdicts: [{ ...verdict, drive: "sdk" }] }),
      caseWith("B2MR-256", { verdicts: [verdict] }),
    ],
  });
  const { clauses } = buildMatrix([failing, reportOf({ clauses: [clauseWith("Q7UC", "pass")] })]);
  expect(clauses.map(({ id, agree }) => [id, agree])).toEqual([
    ["Q7UC", true],
    ["B2MR", false],
  ]);
  expect(clauses[1]?.cells).toEqual([
    {
      verdict: "fail",
      documented: null,
      observed: null,
      why: "w",
      cases: 2,
      failures: [
        { case: "B2MR-255", drive: "sdk", expected: "a", actual: "b" },
        { case: "B2MR-256", drive: "raw", expected: "a", actual: "b" },
      ],
    },
    { verdict: "not-run", documented: null, observed: null, cases: 0, failures: [] },
  ]);
});

test("a real one: each column is its report's", async () => {
  const good = await run({ only: ["name"] });
  const bad = await run({ target: mockWith("name-256-accepted"), only: ["name"] });
  const { clauses, targets } = buildMatrix([good, bad]);
  for (const [index, report] of [good, bad].entries()) {
    expect(clauses.map(({ cells }) => cells[index]?.verdict)).toEqual(report.clauses.map(({ verdict }) => verdict));
    expect(targets[index]?.score).toEqual(report.score);
  }
  expect(clauses.find(({ id }) => id === "B2MR")?.agree).toBe(false);
});
