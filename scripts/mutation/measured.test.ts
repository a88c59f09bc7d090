import { expect, test } from "vitest";
import { measure, type Status, type StrykerReport } from "./measured.ts";

const source = "const a = 1;\nif (a > 0) {\n  b();\n}\n";
const block = { start: { line: 2, column: 12 }, end: { line: 4, column: 2 } };
const comparison = { start: { line: 2, column: 5 }, end: { line: 2, column: 10 } };

function reported(...mutants: readonly (readonly [Status, typeof block])[]): StrykerReport {
  return {
    files: {
      "src/b.ts": {
        source,
        mutants: mutants.map(([status, location]) => ({
          status,
          location,
          mutatorName: "SomeMutator",
          replacement: "other",
        })),
      },
    },
  };
}

const nothing = { killed: 0, timeouts: 0, survived: 0, uncovered: 0, errors: 0, ignored: 0 };

test.for<{ given: Status; want: Partial<typeof nothing>; survivors: number }>([
  { given: "Killed", want: { killed: 1 }, survivors: 0 },
  { given: "Timeout", want: { timeouts: 1 }, survivors: 0 },
  { given: "Survived", want: { survived: 1 }, survivors: 1 },
  { given: "NoCoverage", want: { uncovered: 1 }, survivors: 1 },
  { given: "RuntimeError", want: { errors: 1 }, survivors: 0 },
  { given: "CompileError", want: { errors: 1 }, survivors: 0 },
  { given: "Ignored", want: { ignored: 1 }, survivors: 0 },
])("$given counts as $want", ({ given, want, survivors }) => {
  const measured = measure("src", "2026-01-01", reported([given, comparison]));
  expect(measured).toMatchObject({ area: "src", date: "2026-01-01", ...nothing, ...want });
  expect(measured.survivors).toHaveLength(survivors);
});

test("a survivor is shown as the source was and as it became, by file and line", () => {
  const { files } = reported(["Survived", block], ["Survived", comparison]);
  const two = {
    files: {
      ...files,
      "src/a.ts": { source, mutants: reported(["NoCoverage", comparison]).files["src/b.ts"]?.mutants ?? [] },
    },
  };
  const survivor = { mutator: "SomeMutator", line: 2, replacement: "other" };
  expect(measure("src", "2026-01-01", two).survivors).toEqual([
    { ...survivor, file: "src/a.ts", original: "a > 0" },
    { ...survivor, file: "src/b.ts", original: "{\n  b();\n}" },
    { ...survivor, file: "src/b.ts", original: "a > 0" },
  ]);
});
