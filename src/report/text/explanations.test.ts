import { expect, test } from "vitest";
import { reportOf } from "../../testing/reports.ts";
import type { Report } from "../report.ts";
import { causeLines } from "./explanations.ts";

const cause = {
  faults: ["a"],
  title: "It is never looked at.",
  advice: "Look at it.",
  clauses: ["B2MR", "Q7UC"],
  cases: 3,
};
const linesOf = (parts: Pick<Report, "causes" | "unexplained">): string[] =>
  causeLines({ ...reportOf({}), ...parts }, (_, text) => text);

test.for([
  { name: "no causes were looked for", parts: {}, want: [] },
  { name: "there is none", parts: { causes: [] }, want: [] },
  {
    name: "one",
    parts: { causes: [cause] },
    want: [
      "1 cause explains all that fails",
      "   1. It is never looked at.",
      "      clauses   B2MR Q7UC · 3 cases",
      "      change    Look at it.",
      "",
    ],
  },
  {
    name: "one that is known, and more than it explains",
    parts: {
      causes: [{ ...cause, cases: 1, knownFrom: { emulator: "moto", link: "https://github.com/getmoto/moto/pull/1" } }],
      unexplained: [{ clause: "G8BY", cases: ["G8BY-a"] }],
    },
    want: [
      "1 cause explains most of what fails",
      "   1. It is never looked at.",
      "      clauses   B2MR Q7UC · 1 case",
      "      change    Look at it.",
      "      known     a bug that moto had: https://github.com/getmoto/moto/pull/1",
      "  not explained by anything known: G8BY (1 case)",
      "",
    ],
  },
  {
    name: "nothing known",
    parts: { causes: [], unexplained: [{ clause: "G8BY", cases: ["a", "b"] }] },
    want: ["No known cause explains what fails", "  not explained by anything known: G8BY (2 cases)", ""],
  },
])("$name", ({ parts, want }) => {
  expect(linesOf(parts)).toEqual(want);
});

test("more than fit on two screens are counted", () => {
  const lines = linesOf({ causes: Array.from({ length: 30 }, () => cause) });
  expect(lines.filter((line) => line.includes(cause.title))).toHaveLength(25);
  expect(lines.at(-2)).toBe("  … and 5 more");
});
