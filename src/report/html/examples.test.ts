import { expect, test } from "vitest";
import type { VerdictKind } from "../../model.ts";
import { caseWith, clauseWith, exchangeWith, reportOf } from "../../testing/reports.ts";
import { clauseViews } from "./clause-view.ts";
import { chooseExamples } from "./examples.ts";

const caseOf = (id: string, clause: string, verdict: VerdictKind, actual = "200 B") =>
  caseWith(id, {
    verdicts: [{ clause, drive: "raw", verdict, ...(verdict === "fail" && { expected: "400 A", actual }) }],
    exchanges: [exchangeWith()],
  });

const many = Array.from({ length: 12 }, (_, index) => caseOf(`B2MR-${index}`, "B2MR", "fail", `200 B${index % 3}`));
const views = clauseViews(
  reportOf({
    clauses: [clauseWith("B2MR", "fail"), clauseWith("Q7UC", "fail"), clauseWith("G6JG", "pass")],
    cases: [
      ...many,
      caseOf("B2MR-fine", "B2MR", "pass"),
      caseOf("Q7UC-absent", "Q7UC", "fail"),
      caseOf("G6JG-one", "G6JG", "pass"),
      caseOf("G6JG-more", "G6JG", "pass"),
    ],
  }),
);
const chosen = (characters?: number): readonly string[] =>
  [...chooseExamples(views, characters).keys()].map(({ reported }) => reported.id);

test("each clause shows up to eight cases that fail, one of each failure first, and one that passes", () => {
  expect(chosen()).toEqual([
    ...["B2MR-0", "Q7UC-absent", "G6JG-one"],
    ...["B2MR-fine", "B2MR-1", "B2MR-2"],
    ...["B2MR-3", "B2MR-6", "B2MR-9", "B2MR-4", "B2MR-7"],
  ]);
});

test("a full page is full", () => {
  const sizes = [...chooseExamples(views).values()].map(({ markup }) => markup.length);
  const three = sizes.slice(0, 3).reduce((sum, size) => sum + size, 0);
  expect(chosen(three)).toEqual(["B2MR-0", "Q7UC-absent", "G6JG-one"]);
  expect(chosen(0)).toEqual([]);
});
