import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { serveMock } from "../mock/http-server.ts";
import type { Matrix } from "../report/matrix/matrix.ts";
import type { Report } from "../report/report.ts";
import { reporters } from "../report/reporters.ts";
import { inProcess } from "../testing/in-process.ts";
import { contract } from "../testing/observations.ts";
import { mockWith, run } from "../testing/runs.ts";

const folder = mkdtempSync(join(tmpdir(), "report-commands-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command line as if in the folder of the reports. */
async function cli(...args: readonly string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const { code, out, err } = await inProcess(args, folder);
  return { code, stdout: out, stderr: err };
}

function write(name: string, report: Report): void {
  writeFileSync(join(folder, name), reporters.json(report, { contract, colour: false }));
}
function read<T>(name: string): T {
  return JSON.parse(readFileSync(join(folder, name), "utf8")) as T;
}

const good = await run({ only: ["name"] });
const bad = await run({ target: mockWith("name-256-accepted"), only: ["name"] });
const [raw, sdk] = [await run({ only: ["name"], drives: ["raw"] }), await run({ only: ["name"], drives: ["sdk"] })];
write("good.json", good);
write("bad.json", bad);
write("raw.json", raw);
write("sdk.json", sdk);
write("documented.json", { ...good, run: { ...good.run, authority: "documented" } });
write("old.json", { ...good, contract: { ...good.contract, sha256: "0".repeat(64) } });
writeFileSync(join(folder, "broken.json"), JSON.stringify({ ...good, score: {} }));

// ─── merge ───────────────────────────────────────────────────────────────────────────────────────────────────────

test.for(["good", "bad"] as const)("merge of %s.json renders as test did, and exits as it did", async (name) => {
  const report = { good, bad }[name];
  const { code, stdout } = await cli(
    "merge",
    `${name}.json`,
    "--reporter",
    "text",
    "--reporter",
    `json=${name}-again.json`,
  );
  expect(stdout).toBe(reporters.text(report, { contract, colour: false }));
  expect(readFileSync(join(folder, `${name}-again.json`), "utf8")).toBe(
    readFileSync(join(folder, `${name}.json`), "utf8"),
  );
  expect(code).toBe(name === "good" ? 0 : 1);
});

test("merge of shards by drive is a report of both", async () => {
  const { code, stderr } = await cli("merge", "sdk.json", "raw.json", "--reporter", "json=both.json");
  expect(stderr).toBe("The json report is in both.json.\n");
  expect(code).toBe(0);
  const both = read<Report>("both.json");
  expect(both.run.drives).toEqual(["raw", "sdk"]);
  expect(both.cases.map(({ id }) => id)).toEqual(good.cases.map(({ id }) => id));
  expect(both.score).toEqual(good.score);
  expect((await cli("merge", "both.json")).code).toBe(0);
});

test("verify reaches the verdicts of a report again, and names an edited one", async () => {
  expect(await cli("verify", "bad.json")).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^All \d+ verdicts are/),
  });
  const cases = bad.cases.map((one) => ({
    ...one,
    verdicts: one.verdicts.map((verdict) =>
      verdict.verdict === "fail" ? { ...verdict, verdict: "pass" as const } : verdict,
    ),
  }));
  write("edited.json", { ...bad, cases });
  const { code, stdout, stderr } = await cli("verify", "edited.json", "--reporter", "json=judged.json");
  expect(code, stderr).toBe(1);
  expect(stdout).toContain("B2MR-256, B2MR by raw\n  reported: ");
  expect(read<Report>("judged.json").score).toEqual(bad.score);
});

test("drift finds the contract as the installed SDK has it", async () => {
  expect(await cli("drift")).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/client-ec2 3\.\d+\.\d+: nothing differs/),
  });
});

test("merge gates by --level and by --known, as test does", async () => {
  const should = { ...bad, clauses: bad.clauses.map((clause) => ({ ...clause, level: "should" as const })) };
  write("should.json", should);
  expect((await cli("merge", "should.json")).code).toBe(0);
  expect((await cli("merge", "should.json", "--level", "should")).code).toBe(1);
  const failing = bad.clauses.filter(({ verdict }) => verdict === "fail").map(({ id }) => id);
  const entries = bad.cases.flatMap(({ id, verdicts }) =>
    failing
      .filter((clause) => verdicts.some((one) => one.clause === clause && one.verdict === "fail"))
      .map((clause) => ({ clause, case: id })),
  );
  const listed = [...Map.groupBy(entries, ({ clause }) => clause)].map(([clause, cases]) => ({
    clause,
    case: cases.map((one) => one.case),
    reason: "a fault",
    review: "2099-01-01",
  }));
  writeFileSync(join(folder, "known.yaml"), JSON.stringify(listed));
  expect((await cli("merge", "bad.json", "--known", "known.yaml")).code).toBe(0);
  expect((await cli("merge", "good.json", "--known", "known.yaml")).code).toBe(1);
});

test("merge takes over what shards are pinned to, and wants them to agree", async () => {
  const clauses = bad.clauses.map((clause) => ({ ...clause, since: "0.2" }));
  write("newer.json", { ...bad, clauses });
  write("pinned.json", { ...bad, clauses, run: { ...bad.run, asOf: "0.1" } });
  expect((await cli("merge", "newer.json")).code).toBe(1);
  expect((await cli("merge", "pinned.json")).code).toBe(0);
  expect((await cli("merge", "newer.json", "--as-of", "0.1", "--reporter", "json=again.json")).code).toBe(0);
  expect(read<Report>("again.json").run.asOf).toBe("0.1");
  expect(await cli("merge", "newer.json", "pinned.json")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("they are of different versions that they are pinned to, today and 0.1"),
  });
  expect(await cli("merge", "newer.json", "--as-of", "one")).toMatchObject({ code: 2 });
});

// ─── diff ────────────────────────────────────────────────────────────────────────────────────────────────────────

test.for([
  { given: ["good.json", "bad.json"], want: 1 },
  { given: ["bad.json", "good.json"], want: 0 },
  { given: ["bad.json", "bad.json"], want: 0 },
])("diff $given: $want", async ({ given, want }) => {
  const file = `${given.join("-")}-diff.json`;
  const { code, stdout } = await cli("diff", ...given, "--reporter", "text", "--reporter", `json=${file}`);
  expect(code).toBe(want);
  expect(stdout).toContain("newly failing");
  expect(read<{ regressions: string[] }>(file).regressions.length > 0).toBe(want === 1);
});

// ─── matrix ──────────────────────────────────────────────────────────────────────────────────────────────────────

test("matrix of a target, a URL and a report: columns in their order, and deviations don't gate", async () => {
  const server = await serveMock(mockWith("name-256-accepted"), { port: 0 });
  try {
    const args = [
      "mock",
      server.url,
      "bad.json",
      "--only",
      "name",
      "--drive",
      "raw",
      "--timeout",
      "5000",
      "--concurrency",
      "4",
    ];
    const forms = [
      "--reporter",
      "text",
      "--reporter",
      "json=m.json",
      "--reporter",
      "html=m.html",
      "--reporter",
      "markdown=m.md",
    ];
    const { code, stdout, stderr } = await cli("matrix", ...args, ...forms);
    expect(code, stderr).toBe(0);
    expect(stdout).toMatch(/^ {2}B2MR must {3}firm {5}✓ ✗ ✗ A KeyName has/m);
    const { targets, clauses } = read<Matrix>("m.json");
    expect(targets.map(({ target }) => target.name)).toEqual(["mock", new URL(server.url).host, "transport"]);
    expect(targets[0]?.run.drives).toEqual(["raw"]);
    expect(clauses.find(({ id }) => id === "B2MR")?.cells.map(({ verdict }) => verdict)).toEqual([
      "pass",
      "fail",
      "fail",
    ]);
    expect(readFileSync(join(folder, "m.html"), "utf8")).toContain("<h1>ImportKeyPair: 3 targets");
    expect(readFileSync(join(folder, "m.md"), "utf8")).toContain("# ImportKeyPair: 3 targets");
  } finally {
    await server.close();
  }
});

test.for([
  { given: "leaves keys at its target", run: { leftovers: ["ec2c-left"] } },
  { given: "could not see what is left", run: { leftoversUnknown: "in us-east-1: no answer" } },
])("a matrix with a run that $given is not green", async ({ run: left }) => {
  write("left.json", { ...good, run: { ...good.run, ...left } });
  expect([
    (await cli("matrix", "good.json", "good.json")).code,
    (await cli("matrix", "left.json", "good.json")).code,
  ]).toEqual([0, 3]);
});

test("matrix of reports runs nothing; a target that nobody observes is 3", async () => {
  expect((await cli("matrix", "good.json", "bad.json")).code).toBe(0);
  const { code, stdout } = await cli(
    "matrix",
    "good.json",
    "http://127.0.0.1:9/",
    "--only",
    "name",
    "--timeout",
    "500",
  );
  expect(code).toBe(3);
  expect(stdout).toMatch(/^ {2}B2MR must {3}firm {5}✓ \? /m);
});

// ─── usage ───────────────────────────────────────────────────────────────────────────────────────────────────────

test.for([
  { given: ["merge"], want: "missing required argument 'reports'" },
  { given: ["merge", "none.json"], want: "Failed to read none.json: ENOENT" },
  {
    given: ["merge", "broken.json"],
    want: "Failed to read broken.json as a report: score/clauses must have required property",
  },
  {
    given: ["merge", "good.json", "bad.json"],
    want: "Failed to merge good.json and bad.json: they are of different targets, mock and transport.",
  },
  { given: ["merge", "good.json", "old.json"], want: "they are of different contracts" },
  { given: ["merge", "good.json", "raw.json"], want: "both judge" },
  { given: ["merge", "good.json", "--reporter", "constructor"], want: "there is none of this name. Use text, json" },
  { given: ["diff", "good.json"], want: "missing required argument 'new'" },
  { given: ["diff", "good.json", "broken.json"], want: "Failed to read broken.json as a report" },
  { given: ["diff", "good.json", "bad.json", "--reporter", "junit"], want: "Use text, markdown, json." },
  { given: ["matrix"], want: "missing required argument 'targets'" },
  { given: ["matrix", "nobody"], want: "Failed to use nobody as the target" },
  {
    given: ["matrix", "good.json", "old.json"],
    want: "Failed to compare good.json and old.json: they are of different contracts",
  },
  { given: ["matrix", "good.json", "documented.json"], want: "different authorities, observed and documented" },
  { given: ["matrix", "mock", "old.json"], want: "Failed to compare old.json with targets" },
  {
    given: ["matrix", "mock", "good.json", "--authority", "documented"],
    want: "Failed to compare by the authority documented",
  },
  { given: ["matrix", "good.json", "--only", "name"], want: "Failed to use --only: only reports are compared" },
  { given: ["matrix", "mock", "--only", "nothing"], want: "Failed to select nothing" },
  { given: ["matrix", "good.json", "--reporter", "html=none/m.html"], want: "its folder does not exist" },
])("$given exits with 2: $want", async ({ given, want }) => {
  const { code, stdout, stderr } = await cli(...given);
  expect(stderr).toContain(want);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(stdout).toBe("");
  expect(code).toBe(2);
});
