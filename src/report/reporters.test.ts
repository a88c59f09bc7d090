import { execFileSync } from "node:child_process";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import type { KnownOutcome } from "../known/match-known.ts";
import { areas, layers, levels, verdictKinds } from "../model.ts";
import { readJsonSchema } from "../spec/read-json-schema.ts";
import { attack, hostileReport } from "../testing/hostile-report.ts";
import { contract } from "../testing/observations.ts";
import { caseWith, clauseWith, exchangeWith, reportOf } from "../testing/reports.ts";
import { bothDrives, mockWith, ofEachKind, run } from "../testing/runs.ts";
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

const small = reportOf({
  clauses: [
    clauseWith("Q7UC", "pass", { cases: ["Q7UC-absent"], observed: "pass", documented: "pass" }),
    clauseWith("B2MR", "fail", { cases: ["B2MR-255", "B2MR-256"], observed: "fail", documented: "fail" }),
    clauseWith("E2YW", "indeterminate", { why: "late", cases: ["E2YW-upper-lower"] }),
    clauseWith("K3CK", "open", { cases: ["K3CK-tab"] }),
    clauseWith("V4HZ", "skip", { why: "iam: it has none", cases: ["V4HZ-import"] }),
    clauseWith("X6B3", "fail", { cases: ["B6BZ-rsa-2048"], observed: "fail", documented: "pass" }),
  ],
  cases: [
    caseWith("Q7UC-absent", { verdicts: [{ clause: "Q7UC", drive: "raw", verdict: "pass" }] }),
    caseWith("B2MR-255", {
      verdicts: [
        { clause: "B2MR", drive: "raw", verdict: "fail", expected: "200 ImportKeyPairResponse", actual: "400 A: no" },
      ],
    }),
    caseWith("B2MR-256", {
      title: "KeyName of 256 characters",
      verdicts: [
        {
          clause: "B2MR",
          drive: "raw",
          verdict: "fail",
          expected: "400 InvalidParameterValue",
          actual: "200 ImportKeyPairResponse",
        },
        { clause: "B2MR", drive: "sdk", verdict: "pass" },
      ],
      disagreements: [{ clause: "B2MR", raw: "fail", sdk: "pass", fault: "sdk", why: "the SDK reads them otherwise" }],
      repro: { curl: "curl one # request", aws: "aws one # request" },
      exchanges: [exchangeWith(), exchangeWith({ step: "cleanup" })],
    }),
    caseWith("E2YW-upper-lower", {
      verdicts: [{ clause: "E2YW", drive: "raw", verdict: "indeterminate", why: "late" }],
      exchanges: [withoutResponse()],
    }),
    caseWith("K3CK-tab", { verdicts: [{ clause: "K3CK", drive: "raw", verdict: "open" }] }),
    caseWith("V4HZ-import", {
      area: "auth",
      verdicts: [{ clause: "V4HZ", drive: "raw", verdict: "skip", why: "iam: it has none" }],
    }),
    caseWith("B6BZ-rsa-2048", {
      area: "material",
      verdicts: [{ clause: "X6B3", drive: "sdk", verdict: "fail", expected: "aa (md5-spki)", actual: "bb" }],
      exchanges: [exchangeWith({ drive: "sdk", parsed: { kind: "output", output: {} } })],
    }),
  ],
});

function withoutResponse() {
  const { response: _, ...silent } = exchangeWith({ trouble: { kind: "timeout", why: "late" } });
  return silent;
}

test("the text report of a small run", () => {
  expect(reporters.text(small, context)).toMatchSnapshot();
});

test("the JUnit report of a small run", () => {
  expect(reporters.junit(small, context)).toMatchSnapshot();
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
  expect(reporters.text(small, { ...context, known }).split("known deviations:")[1]).toMatchSnapshot();
});

test.for(["text", "markdown", "html", "json"] as const)("%s says when answers were recorded, and only then", (name) => {
  const recordedAt = "2026-11-20T10:11:12.000Z";
  const replayed = reportOf({ target: { ...small.target, recordedAt } });
  expect(reporters[name](replayed, context)).toMatch(/recorded.{0,40}2026-11-20T10/is);
  expect(reporters[name](small, context)).not.toMatch(/recordedAt|· recorded|>Recorded</);
  expect(validate(replayed)).toBe(true);
});

test("colours come only where they are wanted", () => {
  expect(reporters.text(small, context)).not.toContain("\x1b");
  expect(reporters.text(small, { ...context, colour: true })).toContain("\x1b[");
});

test("the summary fits a screen, also where everything fails", async () => {
  const report = await run({
    target: async () => new Response("no", { status: 500 }),
    drives: ["raw"],
    ...ofEachKind,
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

test("in JUnit a target's text is text", () => {
  expect(reporters.junit(hostile, context)).not.toMatch(/<script|\]\]>|&amp;amp;amp;/);
  expect(junitByPython(reporters.junit(hostile, context)).cases).toHaveLength(2);
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
  expectValid(await run({ ...ofEachKind, ...bothDrives }));
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
  expectValid(small);
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
  const report = JSON.parse(reporters.json(small, context)) as Record<string, unknown>;
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

// ─── JUnit, by another program ───────────────────────────────────────────────────────────────────────────────────

interface ParsedJunit {
  readonly counts: Readonly<Record<string, number>>;
  readonly suites: readonly {
    readonly name: string;
    readonly counts: Readonly<Record<string, number>>;
    readonly cases: number;
  }[];
  readonly cases: readonly {
    readonly name: string;
    readonly classname: string;
    readonly outcome: string;
    readonly message: string;
  }[];
}

const program = `
import json, sys, xml.etree.ElementTree as tree
root = tree.fromstring(sys.stdin.buffer.read())
counts = lambda e: {k: int(e.get(k)) for k in ("tests", "failures", "errors", "skipped")}
kind = lambda c: next((x for x in c), None)
json.dump({
  "counts": counts(root),
  "suites": [{"name": s.get("name"), "counts": counts(s), "cases": len(s.findall("testcase"))} for s in root.findall("testsuite")],
  "cases": [{"name": c.get("name"), "classname": c.get("classname"), "outcome": kind(c).tag if kind(c) is not None else "pass",
             "message": kind(c).get("message") if kind(c) is not None else ""} for c in root.iter("testcase")],
}, sys.stdout)`;

function junitByPython(xml: string): ParsedJunit {
  return JSON.parse(execFileSync("python3", ["-c", program], { input: xml }).toString()) as ParsedJunit;
}

test("another program reads the JUnit report, and counts as the report does", async () => {
  const report = await run({
    target: mockWith("name-256-accepted", "name-missing-wrong-code"),
    only: ["name", "dry-run"],
  });
  const { counts, suites, cases } = junitByPython(reporters.junit(report, context));
  const of = (kind: string): number => cases.filter(({ outcome }) => outcome === kind).length;
  expect(cases.map(({ name }) => name.split(" ")[0]).sort()).toEqual(report.cases.map(({ id }) => id).sort());
  expect(counts).toEqual({
    tests: report.cases.length,
    failures: of("failure"),
    errors: of("error"),
    skipped: of("skipped"),
  });
  expect(of("failure")).toBe(
    report.cases.filter(({ verdicts }) => verdicts.some(({ verdict }) => verdict === "fail")).length,
  );
  expect(of("failure")).toBeGreaterThan(1);
  expect(of("pass")).toBeGreaterThan(10);
  for (const kind of ["tests", "failures", "errors", "skipped"])
    expect(suites.reduce((sum, suite) => sum + (suite.counts[kind] ?? 0), 0)).toBe(counts[kind]);
  for (const suite of suites) expect(suite.counts["tests"]).toBe(suite.cases);
});

test("messages come through JUnit to the letter, but for what XML can't carry", () => {
  const { cases } = junitByPython(reporters.junit(small, context));
  expect(cases.find(({ name }) => name.startsWith("B2MR-256"))).toEqual({
    name: "B2MR-256 KeyName of 256 characters",
    classname: "name",
    outcome: "failure",
    message: "B2MR (raw), must · firm: expected 400 InvalidParameterValue, was 200 ImportKeyPairResponse",
  });
  expect(cases.map(({ outcome }) => outcome)).toEqual([
    "pass",
    "failure",
    "failure",
    "error",
    "skipped",
    "skipped",
    "failure",
  ]);
});
