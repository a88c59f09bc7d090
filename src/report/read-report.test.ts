import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { UsageError } from "../errors.ts";
import { hostileReport } from "../testing/hostile-report.ts";
import { contract } from "../testing/observations.ts";
import { caseWith, clauseWith, reportOf } from "../testing/reports.ts";
import { readReport } from "./read-report.ts";
import type { Report, ReportedCase } from "./report.ts";
import { json } from "./reporters.ts";

const folder = mkdtempSync(join(tmpdir(), "read-report-"));
afterAll(() => rmSync(folder, { recursive: true }));

function fileWith(text: string): string {
  const file = join(folder, "report.json");
  writeFileSync(file, text);
  return file;
}

test("what json wrote is read to the letter", () => {
  const report = { ...hostileReport, target: { ...hostileReport.target, name: "t" } };
  expect(readReport(fileWith(json(report, { contract, colour: false })))).toEqual(report);
});

test.for([
  { given: "as json writes it", write: (report: Report) => json(report, { contract, colour: false }) },
  { given: "on one line", write: (report: Report) => JSON.stringify(report) },
  { given: "with other blanks", write: (report: Report) => JSON.stringify(report, null, "\t") },
  {
    given: "with the lines of another system",
    write: (report: Report) => JSON.stringify(report, null, 2).replaceAll("\n", "\r\n"),
  },
])("a report $given is read, and of its cases what is kept", ({ write }) => {
  const cases = ["Q7UC-absent", "Q7UC-empty", "Q7UC-null"].map((id) => ({
    ...caseWith(id),
    title: "\n    },\n    {\n  ] ü",
  }));
  for (const some of [cases, cases.slice(0, 1), []]) {
    const report = reportOf({ clauses: [clauseWith("Q7UC", "pass")], cases: some });
    const file = fileWith(write(report));
    expect(readReport(file)).toEqual(report);
    const without = (reported: ReportedCase): ReportedCase => ({ ...reported, exchanges: [], title: "" });
    expect(readReport(file, without)).toEqual({ ...report, cases: some.map(without) });
  }
});

test("a report that is longer than one piece is read to the letter", () => {
  const cases = Array.from({ length: 40 }, (_, index) => ({ ...caseWith(`Q7UC-${index}`), title: "ü".repeat(50_000) }));
  const report = reportOf({ clauses: [clauseWith("Q7UC", "pass")], cases });
  expect(readReport(fileWith(json(report, { contract, colour: false })))).toEqual(report);
});

const good = reportOf({ clauses: [clauseWith("Q7UC", "pass")], cases: [caseWith("Q7UC-absent")] });

test.for(
  [
    { given: "", want: "Unexpected end of JSON input" },
    { given: "{", want: "in JSON" },
    { given: "\x1b[2J", want: "\\u{1b}" },
    { given: "[]", want: "the document must be object" },
    { given: "{}", want: "schemaVersion must have required property" },
    { given: { ...good, schemaVersion: "2" }, want: "schemaVersion must be equal to constant (1)" },
    { given: { ...good, more: 1 }, want: "more must NOT have additional properties" },
    { given: { ...good, run: {} }, want: "run/id must have required property" },
    {
      given: { ...good, clauses: [{ ...good.clauses[0], verdict: "ok" }] },
      want: "clauses/0/verdict must be equal to one of the allowed values (error, fail",
    },
    {
      given: { ...good, run: { ...good.run, startedAt: "2026-12-31T23:59:60Z" } },
      want: "run/startedAt is no date that can be shown",
    },
    {
      given: { ...good, run: { ...good.run, startedAt: "2026-13-01T00:00:00Z" } },
      want: "run/startedAt must match format",
    },
    { given: { ...good, run: { ...good.run, seconds: 1e300 } }, want: "run/seconds is no date that can be shown" },
    {
      given: JSON.stringify(good).replace('"seconds":1.25', '"seconds":1e999'),
      want: "run/seconds must be number",
    },
    { given: { ...good, cases: [{ ...good.cases[0], id: "../x" }] }, want: "cases/0/id must match pattern" },
  ].flatMap(({ given, want }) =>
    typeof given === "string"
      ? [{ text: given, want }]
      : [null, 2].map((blanks) => ({ text: JSON.stringify(given, null, blanks ?? undefined), want })),
  ),
)("refused: $want", ({ text, want }) => {
  const file = fileWith(text);
  expect(() => readReport(file)).toThrow(UsageError);
  expect(() => readReport(file)).toThrow(`Failed to read ${file} as a report: `);
  expect(() => readReport(file)).toThrow(want);
  expect(() => readReport(file)).toThrow("Name a file that --reporter json=FILE wrote.");
});

test("a file that is not there is named", () => {
  expect(() => readReport(join(folder, "none.json"))).toThrow(/Failed to read .*none\.json: ENOENT/);
});
