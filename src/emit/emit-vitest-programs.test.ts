import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { afterAll, expect, test } from "vitest";
import { importKeyPair as action } from "../actions/import-key-pair/import-key-pair.ts";
import { createMock } from "../mock/create-mock.ts";
import { serveMock } from "../mock/http-server.ts";
import { plan } from "../plan/plan.ts";
import type { Report } from "../report/report.ts";
import { attack, obeyedIn } from "../testing/hostile-report.ts";
import { contract } from "../testing/observations.ts";
import { mockWith, ofEachKind, run } from "../testing/runs.ts";
import { emitVitest } from "./emit-vitest.ts";
import { protocolAssertions } from "./protocol-assertions.ts";

const folder = mkdtempSync(join(tmpdir(), "ec2-contract-emit-"));
symlinkSync(fileURLToPath(new URL("../../node_modules", import.meta.url)), join(folder, "node_modules"));
afterAll(() => rmSync(folder, { recursive: true }));

const cases = plan(contract, action, 1);
const assertions = await action.assertions();
const emit = (report: Report): string => emitVitest({ report, contract, action, cases, assertions }) ?? "";

/** Faults of many kinds: what emitted tests need of the helpers is in one of them. */
const faults = [
  "name-256-accepted",
  "name-missing-500",
  "ed25519-hex",
  "describe-by-id-lists-all",
  "error-has-type",
  "content-type-json",
  "delete-by-id-does-nothing",
  "dry-run-200",
  "public-key-keeps-comment",
  "tag-value-trimmed",
  "untagged-gets-tag",
];

/** Runs an emitted file in a vitest of its own. @returns the tests by name, and whether each passed. */
async function inVitest(file: string, endpoint: string): Promise<ReadonlyMap<string, string>> {
  const out = join(folder, "out.json");
  const vitest = fileURLToPath(new URL("../../node_modules/vitest/vitest.mjs", import.meta.url));
  const args = [vitest, "run", "--root", folder, "--reporter", "json", "--outputFile", out, file];
  const env = { ...process.env, VITEST: undefined, EC2_ENDPOINT: endpoint };
  await new Promise((resolve) => execFile(process.execPath, args, { cwd: folder, env }, resolve));
  const { testResults } = JSON.parse(readFileSync(out, "utf8")) as {
    testResults: { assertionResults: { fullName: string; status: string }[] }[];
  };
  return new Map(testResults.flatMap((one) => one.assertionResults.map(({ fullName, status }) => [fullName, status])));
}

test("what is emitted fails on the target that deviates, and passes on the reference", async () => {
  const faulty = await serveMock(mockWith(...faults), { port: 0 });
  const reference = await serveMock(createMock(), { port: 0 });
  try {
    const report = await run({ target: faulty.url, ...ofEachKind, drives: ["raw"] });
    writeFileSync(join(folder, "emitted.test.ts"), emit(report));
    const failed = report.clauses.filter(({ verdict }) => verdict === "fail").map(({ id }) => id);
    const [red, green] = [
      await inVitest("emitted.test.ts", faulty.url),
      await inVitest("emitted.test.ts", reference.url),
    ];
    expect([...red.keys()].map((name) => name.slice(0, 4)).sort()).toEqual(failed.sort());
    expect(red.size).toBeGreaterThanOrEqual(faults.length);
    expect([...red].filter(([, status]) => status !== "failed")).toEqual([]);
    expect([...green].filter(([, status]) => status !== "passed")).toEqual([]);
    expect(green.size).toBe(red.size);
  } finally {
    await faulty.close();
    await reference.close();
  }
});

test("each check of the plan is a test, or says why it is none", () => {
  const checks = new Set([
    ...cases.flatMap(({ judgements }) => judgements.map(({ check }) => check)),
    ...[...contract.clauses.values()].flatMap(({ holds, check }) => (holds !== undefined && check) || []),
  ]);
  checks.delete("open");
  const told = new Set(Object.keys({ ...protocolAssertions, ...assertions }));
  expect([...checks].filter((check) => !told.has(check))).toEqual([]);
});

test("the clause, what was expected, what was seen and the sources stand above a test", async () => {
  const text = emit(await run({ target: mockWith("name-256-accepted"), only: ["B2MR"], drives: ["raw"] }));
  expect(text).toContain("// B2MR · name · must · firm: A KeyName has up to 255 characters");
  expect(text).toContain("// expected  400 InvalidParameterValue\n// was       200 ImportKeyPairResponse\n");
  expect(text).toContain("// source    EC2 API reference, CreateKeyPair: KeyName");
  expect(text).toContain('test("B2MR: KeyName of 256 characters", async () => {');
  expect(text).toContain('?? "http://127.0.0.1:4566/"');
});

test("what is no plain test is named, with the reason", async () => {
  const text = emit(await run({ target: mockWith("xml-not-well-formed"), only: ["M3P2-*"], drives: ["raw"] }));
  expect(text).toContain(
    "// F8AB  Every answer is well-formed XML in UTF-8.\n//       not here, as it takes a strict parser of XML: ",
  );
});

test("where nothing failed there is nothing to emit", async () => {
  expect(
    emitVitest({ report: await run({ only: ["B2MR"], drives: ["raw"] }), contract, action, cases, assertions }),
  ).toBe(undefined);
});

test("nothing that a target says leaves its literal or its comment", async () => {
  const report = await run({
    target: mockWith("name-256-accepted", "ed25519-hex"),
    only: ["B2MR", "*-ed25519*"],
    drives: ["raw"],
  });
  const hostile: Report = {
    ...report,
    target: { name: attack, version: attack, endpoint: `http://h.test/${encodeURI(attack.toWellFormed())}` },
    cases: report.cases.map((one) => ({
      ...one,
      verdicts: one.verdicts.map((verdict) =>
        verdict.verdict === "fail" ? { ...verdict, actual: `${attack}\n*/ process.exit(1) /*` } : verdict,
      ),
    })),
  };
  const text = emit(hostile);
  expect(obeyedIn(text)).toBeUndefined();
  const shape = (source: string): string[] =>
    ts.createSourceFile("a.ts", source, ts.ScriptTarget.Latest).statements.map(({ kind }) => ts.SyntaxKind[kind] ?? "");
  expect(shape(text)).toEqual(shape(emit(report)));
});
