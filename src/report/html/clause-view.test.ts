import { expect, test } from "vitest";
import type { Verdict } from "../../model.ts";
import { caseWith, clauseWith, reportOf } from "../../testing/reports.ts";
import { clauseViews } from "./clause-view.ts";

const fail = (actual: string, parts: Partial<Verdict> = {}): Verdict => ({
  clause: "B2MR",
  drive: "raw",
  verdict: "fail",
  expected: "400 A",
  actual,
  ...parts,
});
const id = reportOf({}).run.id;

test("cases are grouped by what happened to them, the worst first; names of the run and ids are no difference", () => {
  const [view] = clauseViews(
    reportOf({
      clauses: [clauseWith("B2MR", "fail")],
      cases: [
        caseWith("one", { verdicts: [{ clause: "B2MR", drive: "raw", verdict: "pass" }] }),
        caseWith("two", { verdicts: [fail(`"${id}-two-raw" is key-0123456789abcdef0`)] }),
        caseWith("three", { verdicts: [fail("200 B"), { clause: "Q7UC", drive: "raw", verdict: "error" }] }),
        caseWith("four", {
          verdicts: [
            fail(`"${id}-four-raw" is key-00000000000000001`),
            fail(`"${id}-four-sdk" is key-00000000000000002`, { drive: "sdk" }),
          ],
        }),
      ],
    }),
  );
  expect(view?.groups.map(({ kind, cases }) => [kind, cases.map(({ reported }) => reported.id)])).toEqual([
    ["fail", ["two", "four"]],
    ["fail", ["three"]],
    ["pass", ["one"]],
  ]);
});
