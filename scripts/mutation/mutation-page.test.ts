import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { areas } from "./areas.ts";
import { explained } from "./explained.ts";
import type { Measured, Survivor } from "./measured.ts";
import { explains, mutationPage } from "./mutation-page.ts";

const root = join(import.meta.dirname, "../..");
const survivor: Survivor = {
  file: "src/wire/a.ts",
  line: 7,
  mutator: "ConditionalExpression",
  original: "a >\n  0",
  replacement: "true",
};
const measured: Measured = {
  area: "src/wire",
  date: "2026-01-01",
  killed: 15,
  timeouts: 2,
  survived: 2,
  uncovered: 1,
  errors: 3,
  ignored: 0,
  survivors: [survivor],
};

test("the page has a row for each folder, one for all, and the score of what could be run", () => {
  const page = mutationPage([measured, { ...measured, area: "src/plan", killed: 35 }], []);
  expect(page).toContain("| <code>src/wire</code> | 23 | 15 | 2 | 2 | 1 | 3 | 85.0 % | 2026-01-01 |");
  expect(page).toContain("| **all** | 66 | 50 | 4 | 4 | 2 | 6 | 90.0 % |");
});

test("a survivor is told with its place, what was changed, and why it may", () => {
  const page = mutationPage([measured], [{ file: "src/wire/a.ts", original: "a > 0", why: "it is no bug" }]);
  expect(page).toContain("| a.ts:7 | <code>a &#62; 0</code> → <code>true</code> | it is no bug |");
});

test("folders without figures are named", () => {
  expect(mutationPage([measured], [])).toContain("Not measured as a whole yet: <code>src/known</code>, ");
  const all = areas.map(({ name }) => ({ ...measured, area: name }));
  expect(mutationPage(all, [])).not.toContain("Not measured");
});

test("a folder without survivors has no list of them", () => {
  expect(mutationPage([{ ...measured, survivors: [] }], [])).not.toContain("## src/wire");
});

test.for([
  { given: { file: "src/wire/a.ts" }, want: true },
  { given: { file: "src/wire/a.ts", original: "a > 0" }, want: true },
  { given: { file: "src/wire/a.ts", original: "a > 0", replacement: "true" }, want: true },
  { given: { original: "a > 0", replacement: "true" }, want: true },
  { given: { original: "a > 0", replacement: "false" }, want: false },
  { given: { file: "src/wire/b.ts" }, want: false },
  { given: { file: "src/wire/a.ts", original: "a > 1" }, want: false },
  { given: { file: "src/wire/a.ts", replacement: "false" }, want: false },
])("$given explains the survivor: $want", ({ given, want }) => {
  expect(explains({ ...given, why: "w" }, survivor)).toBe(want);
});

const kept = JSON.parse(readFileSync(join(root, "scripts/mutation/measured.json"), "utf8")) as readonly Measured[];

test("docs/mutation.md is what was measured", () => {
  expect(readFileSync(join(root, "docs/mutation.md"), "utf8")).toBe(mutationPage(kept));
});

test.for(explained.map((explanation) => ({ ...explanation })))("$file $original still survives", (explanation) => {
  expect(kept.flatMap(({ survivors }) => survivors).filter((one) => explains(explanation, one))).not.toEqual([]);
});

test.for(areas.map((area) => ({ ...area })))("$name has sources to mutate, and tests", ({ mutate, tests }) => {
  const files = mutate
    .filter((pattern) => !pattern.startsWith("!"))
    .flatMap((pattern) => globSync(pattern, { cwd: root }));
  expect(files.filter((file) => existsSync(join(root, file)))).not.toEqual([]);
  expect(tests.flatMap((pattern) => globSync(pattern, { cwd: root }))).not.toEqual([]);
});
