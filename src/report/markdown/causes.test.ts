import { expect, test } from "vitest";
import { reportOf } from "../../testing/reports.ts";
import { markdownCauses } from "./causes.ts";

const cause = { faults: ["a"], title: "It is never looked at.", advice: "Look at it.", clauses: ["B2MR"], cases: 2 };
const bug = { emulator: "moto", link: "https://github.com/getmoto/moto/pull/1" };

test.for([
  { name: "none looked for", parts: {}, want: "" },
  { name: "none", parts: { causes: [] }, want: "" },
  {
    name: "one, and what it does not explain",
    parts: { causes: [{ ...cause, knownFrom: bug }], unexplained: [{ clause: "G8BY", cases: ["G8BY-a"] }] },
    want: `### Causes

1 cause explains most of what fails.

1. **It is never looked at.** Look at it.<br><code>B2MR</code> · 2 cases · [a bug that moto had](<https://github.com/getmoto/moto/pull/1>)

Not explained by anything known: <code>G8BY</code>
`,
  },
])("$name", ({ parts, want }) => {
  expect(markdownCauses({ ...reportOf({}), ...parts })).toBe(want);
});

test("more than a page of them are counted", () => {
  const text = markdownCauses({ ...reportOf({}), causes: Array.from({ length: 45 }, () => cause) });
  expect(text).toContain("40. **It is never looked at.**");
  expect(text).not.toContain("41. ");
  expect(text).toContain("… and 5 more.");
});
