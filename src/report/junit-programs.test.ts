import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { hostileReport } from "../testing/hostile-report.ts";
import { contract } from "../testing/observations.ts";
import { mockWith, run } from "../testing/runs.ts";
import { smallReport } from "../testing/small-report.ts";
import { reporters } from "./reporters.ts";

// JUnit, by another program.

const context = { contract, colour: false };

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

test("in JUnit a target's text is text", () => {
  expect(reporters.junit(hostileReport, context)).not.toMatch(/<script|\]\]>|&amp;amp;amp;/);
  expect(junitByPython(reporters.junit(hostileReport, context)).cases).toHaveLength(2);
});

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
  const { cases } = junitByPython(reporters.junit(smallReport, context));
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
