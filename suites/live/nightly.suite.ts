import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { Report } from "../../src/report/report.ts";
import { type StandInOptions, serveStandIn } from "../../src/testing/aws-stand-in.ts";
import { commandAgainst } from "./command-against.ts";

// What was red once is asked again on fresh keys, in the account of a stand-in.

const folder = mkdtempSync(join(tmpdir(), "ec2-contract-nightly-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function night(options: StandInOptions, ...more: readonly string[]) {
  await using aws = await serveStandIn(options);
  const issues = mkdtempSync(join(folder, "issues-"));
  const file = `${issues}.json`;
  const where = ["--account", aws.account, "--region", "us-east-1", "--rate", "50"];
  const what = ["--only", "M3P2-minimal", "--drive", "raw", "--reporter", `json=${file}`, "--issues", issues];
  const { code, err } = await commandAgainst(aws, ["nightly", "aws", ...where, ...what, ...more]);
  const report = JSON.parse(readFileSync(file, "utf8")) as Report;
  const texts = readdirSync(issues).map((name) => readFileSync(join(issues, name), "utf8"));
  const kinds = Object.fromEntries((report.drift ?? []).map(({ clause, kind }) => [clause, kind]));
  return { code, err, report, texts, kinds, sent: aws.received.length, names: await aws.names(), account: aws.account };
}

test("what is red twice is drift: 1, with both exchanges, and the text of an issue", async () => {
  const { code, kinds, report, texts, names, account } = await night({ garbles: { from: 1, to: 1000 } });
  expect(code).toBe(1);
  expect(Object.keys(kinds).length).toBeGreaterThan(0);
  expect(new Set(Object.values(kinds))).toEqual(new Set(["drift"]));
  for (const { clause, exchanges } of report.drift ?? []) {
    expect(exchanges.map(({ capture, case: id }) => [capture, id])).toEqual([
      [1, "M3P2-minimal"],
      [2, "M3P2-minimal"],
    ]);
    const [first, second] = exchanges.map(({ exchange }) => exchange.request.body);
    expect(first).not.toBe(second);
    const text = texts.find((one) => one.startsWith(`# ImportKeyPair drifts: ${clause}\n`));
    expect(text).toContain("### First time");
    expect(text).toContain("### Second time");
    expect(text).not.toContain(account);
  }
  expect(texts).toHaveLength(report.drift?.length ?? 0);
  expect(names).toEqual([]);
  expect(report.run.account?.inventory).toMatchObject([{ left: 0, appeared: 0, vanished: 0, changed: 0 }]);
});

test("what is red once only is a flake: 0, and nobody is woken", async () => {
  const { code, kinds, texts, err } = await night({ garbles: { from: 1, to: 1 } });
  expect({ code, err, texts }).toMatchObject({ code: 0, texts: [] });
  expect(new Set(Object.values(kinds))).toEqual(new Set(["flake"]));
});

test("a night without anything red asks nothing twice", async () => {
  const { code, report, sent } = await night({});
  expect({ code, drift: report.drift }).toEqual({ code: 0, drift: [] });
  expect(report.run.requests).toBe(sent - 1);
});

test("where the bound leaves nothing to ask again, nobody can tell: 3", async () => {
  // Enough for a run with its reserve for the cleanup, and not for a second one.
  const bound = 24;
  const { code, report, sent, names } = await night({ garbles: { from: 1, to: 1000 } }, "--max-requests", `${bound}`);
  expect({ code, drift: report.drift, names }).toEqual({ code: 3, drift: [], names: [] });
  expect(sent).toBeLessThanOrEqual(bound);
});
