import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import type { KnownOutcome } from "../known/match-known.ts";
import { areas, layers, levels, verdictKinds } from "../model.ts";
import { readJsonSchema } from "../spec/read-json-schema.ts";
import { attack, hostileReport } from "../testing/hostile-report.ts";
import { contract } from "../testing/observations.ts";
import { caseWith, reportOf } from "../testing/reports.ts";
import { aFifth, bothDrives, mockWith, run } from "../testing/runs.ts";
import { smallReport } from "../testing/small-report.ts";
import type { Report } from "./report.ts";
import { reporters } from "./reporters.ts";

const context = { contract, colour: false };
const schema = readJsonSchema("report");
const validate = addFormats
  .default(new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true }))
  .compile(schema);

function expectValid(report: Report): void {
  const valid = validate(JSON.parse(reporters.json(report, context)));
  expect(validate.errors ?? []).toEqual([]);
  expect(valid).toBe(true);
}

test("the text report of a small run", () => {
  expect(reporters.text(smallReport, context)).toMatchSnapshot();
});

test("the JUnit report of a small run", () => {
  expect(reporters.junit(smallReport, context)).toMatchSnapshot();
});

test("the text report tells how the run compares with known deviations, with the entry to paste", () => {
  const entry = { clause: "Q7UC", reason: "r", review: "2026-01-01" };
  const known: KnownOutcome = {
    exact: false,
    matched: 1,
    unlisted: [{ clause: "X6B3" }, { clause: "B2MR", cases: ["B2MR-256"] }],
    stale: [{ entry, why: "Q7UC-absent passes now" }],
    overdue: [entry],
  };
  expect(reporters.text(smallReport, { ...context, known }).split("known deviations:")[1]).toMatchSnapshot();
});

test.for(["text", "markdown", "html", "json"] as const)("%s says when answers were recorded, and only then", (name) => {
  const recordedAt = "2026-11-20T10:11:12.000Z";
  const replayed = reportOf({ target: { ...smallReport.target, recordedAt } });
  expect(reporters[name](replayed, context)).toMatch(/recorded.{0,40}2026-11-20T10/is);
  expect(reporters[name](smallReport, context)).not.toMatch(/recordedAt|· recorded|>Recorded</);
  expect(validate(replayed)).toBe(true);
});

test("colours come only where they are wanted", () => {
  expect(reporters.text(smallReport, context)).not.toContain("\x1b");
  expect(reporters.text(smallReport, { ...context, colour: true })).toContain("\x1b[");
});

test("the summary fits a screen, also where everything fails", async () => {
  const report = await run({
    target: async () => new Response("no", { status: 500 }),
    drives: ["raw"],
    ...aFifth,
  });
  const lines = reporters.text(report, context).trimEnd().split("\n");
  const summary = lines.slice(lines.findLastIndex((line) => line.startsWith("ImportKeyPair · ")));
  expect(summary.length).toBeLessThanOrEqual(24);
  expectValid(report);
});

// ─── hostile targets ─────────────────────────────────────────────────────────────────────────────────────────────

const hostile = hostileReport;

test.for(Object.entries(reporters))("law: %s obeys nothing that a target says", ([, reporter]) => {
  const text = reporter(hostile, context);
  expect(text.match(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g)).toBeNull();
  expect(text).toBe(text.toWellFormed());
});

test("in text no line is a target's own", () => {
  for (const line of reporters.text(hostile, context).split("\n")) expect(line).not.toMatch(/^::set-output/);
});

test("in JSON a target's text is kept to the letter", () => {
  const { cases } = JSON.parse(reporters.json(hostile, context)) as Report;
  expect(cases[0]?.exchanges[0]?.response?.body).toBe(attack);
});

// ─── JSON, by its schema ─────────────────────────────────────────────────────────────────────────────────────────

test("a report of the reference emulator is as its schema says", async () => {
  expectValid(await run({ ...aFifth, ...bothDrives }));
});

test("so is one of an emulator with faults, and the small one, and the hostile one", async () => {
  const report = await run({
    target: mockWith("name-256-accepted", "name-missing-wrong-code"),
    only: ["name"],
  });
  expect(report.clauses.filter(({ verdict }) => verdict === "fail").map(({ id }) => id)).toEqual(
    expect.arrayContaining(["B2MR", "Q7UC"]),
  );
  expectValid(report);
  expectValid(smallReport);
  expectValid(hostile);
});

test("so is one of a target that is silent", async () => {
  expectValid(await run({ target: () => new Promise(() => undefined), timeout: 20, only: ["name"] }));
});

test("the schema knows the words of the model, and is strict about all else", () => {
  expect(schema).toMatchObject({
    $defs: {
      area: { enum: areas },
      level: { enum: levels },
      layer: { enum: layers },
      verdictKind: { enum: verdictKinds },
      layerVerdict: { enum: [...verdictKinds, null] },
      tally: { required: verdictKinds },
    },
  });
  const report = JSON.parse(reporters.json(smallReport, context)) as Record<string, unknown>;
  for (const broken of [
    { ...report, extra: 1 },
    { ...report, schemaVersion: "2" },
    { ...report, run: {} },
    { ...report, cases: [{}] },
  ])
    expect(validate(broken)).toBe(false);
  expect(
    validate({
      ...report,
      cases: [caseWith("AAAA-x", { verdicts: [{ clause: "AAAA", drive: "raw", verdict: "fail" }] })],
    }),
  ).toBe(false);
  for (const object of objectsOf(schema)) {
    if ("properties" in object && "type" in object) expect(object).toHaveProperty("additionalProperties");
  }
});

function objectsOf(value: unknown): object[] {
  if (typeof value !== "object" || value === null) return [];
  return [value, ...Object.values(value).flatMap(objectsOf)];
}
