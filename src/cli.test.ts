import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { parse } from "yaml";
import { readAwsVectors } from "./actions/import-key-pair/read-fixtures.ts";
import { serveMock } from "./mock/http-server.ts";
import type { Transport } from "./model.ts";
import type { Report } from "./report/report.ts";
import { defaultSpecDir } from "./spec/load-contract.ts";
import { inProcess, type Outcome } from "./testing/in-process.ts";
import { mockWith } from "./testing/runs.ts";
import { serveRaw } from "./testing/servers.ts";

const bin = fileURLToPath(new URL("../bin/ec2-contract.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "ec2-contract-cli-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string): string => join(folder, name);
const reportIn = (name: string): Report => JSON.parse(readFileSync(file(name), "utf8")) as Report;

const running = new Set<ChildProcess>();
afterEach(() => {
  for (const child of running) child.kill("SIGKILL");
  running.clear();
});

/** What was started outlives no test, however that ends. */
function kept<Child extends ChildProcess>(child: Child): Child {
  running.add(child);
  return child;
}

function ec2Contract(args: readonly string[], input = ""): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [bin, ...args], { cwd: folder, maxBuffer: 2 ** 28 }, (_, out, err) =>
      resolve({ code: child.exitCode, out, err }),
    );
    child.stdin?.end(input);
  });
}

/** A mock with faults, until the test is over. */
async function mock(...faults: readonly string[]): Promise<AsyncDisposable & { readonly url: string }> {
  const { url, close } = await serveMock(mockWith(...faults), { port: 0 });
  return { url, [Symbol.asyncDispose]: close };
}

test.for([
  ["test", "--help"],
  ["mock", "--help"],
  ["help", "list"],
])("%s answers on standard output", async (args) => {
  const { code, out, err } = await inProcess(args);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toContain("Usage: ec2-contract");
});

test("--help is answered on standard output", async () => {
  const { code, out, err } = await ec2Contract(["--help"]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/^Usage: ec2-contract[\s\S]*Exit codes: 0 conforms/);
});

test("--version is that of the package", async () => {
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
    version: string;
  };
  expect(await inProcess(["--version"])).toEqual({ code: 0, out: `${version}\n`, err: "" });
});

const wrong = [
  { args: ["nightly", "replay:anything"], err: "Failed to ask replay:anything twice" },
  { args: ["nightly", "mock", "--green", "nowhere.json"], err: "Failed to read nowhere.json" },
  {
    args: ["bisect", "nobody", "--good", "1", "--bad", "2"],
    err: "Failed to bisect nobody: no emulator has this name",
  },
  { args: ["bisect", "moto", "--good", "1", "--bad", "2", "--clause", "0000"], err: "Failed to bisect by 0000" },
  { args: ["report-upstream", "nowhere.json", "--dir", "."], err: "Failed to read nowhere.json" },
  { args: ["tset"], err: "unknown command 'tset'" },
  { args: ["test", "--nope"], err: "unknown option '--nope'" },
  { args: ["test", "mock", "extra"], err: "too many arguments" },
  { args: ["test", "--drive", "soap"], err: "Allowed choices are raw, sdk, both" },
  { args: ["test", "--level", "shall"], err: "Allowed choices are must, should, may" },
  { args: ["test", "--as-of", "9.9"], err: "Failed to judge as of 9.9: this is " },
  { args: ["test", "--as-of", "0.0"], err: "Failed to judge as of 0.0: no clause is that old" },
  { args: ["wrapper", "--as-of", "new", "--", "true"], err: "Failed to judge as of new: that is no version" },
  { args: ["test", "--emit", "jest=a.test.ts"], err: "Failed to emit jest=a.test.ts: that is no kind of tests" },
  { args: ["test", "--emit", "vitest"], err: "Failed to emit vitest: that is no kind of tests with a file" },
  { args: ["test", "--emit", "vitest=a.js"], err: "Failed to emit a.js: the tests are TypeScript" },
  { args: ["test", "--emit", "vitest=nowhere/a.test.ts"], err: "its folder does not exist" },
  { args: ["test", "aws", "--emit", "vitest=a.test.ts"], err: "Failed to emit tests from a run against aws" },
  { args: ["test", "--authority", "rumour"], err: "Allowed choices are documented, observed" },
  { args: ["test", "--seed", "x"], err: 'Failed to read "x": it is no whole number of at least 0' },
  { args: ["test", "--concurrency", "0"], err: 'Failed to read "0": it is no whole number of at least 1' },
  { args: ["test", "--timeout", "1.5"], err: "no whole number" },
  { args: ["test", "nowhere"], err: "Failed to use nowhere as the target" },
  { args: ["test", "aws"], err: "the run does not say where it may make and delete keys" },
  { args: ["test", "https://ec2.us-east-1.amazonaws.com"], err: "belongs to the real AWS" },
  { args: ["test", "https://EC2.US-EAST-1.AMAZONAWS.COM./"], err: "belongs to the real AWS" },
  { args: ["test", "https://ec2.us-east-1.api.aws"], err: "belongs to the real AWS" },
  { args: ["test", "http://a:b@localhost/"], err: "a user name or a password" },
  { args: ["test", "--only", "nope"], err: "Failed to select nope" },
  { args: ["test", "--only", "Q7UC", "--skip", "Q7UC-*"], err: "none is left to run" },
  { args: ["test", "--reporter", "xml"], err: "Failed to use the reporter xml" },
  { args: ["test", "--reporter", "toString"], err: "Failed to use the reporter toString" },
  { args: ["test", "--reporter", "json=nowhere/r.json"], err: "its folder does not exist" },
  { args: ["test", "--reporter", "json", "--reporter", "text"], err: "more than one writes to standard output" },
  { args: ["test", "--region", "us-east-1,us-east-1"], err: "no one or two different Regions" },
  { args: ["test", "--region", "../x"], err: "no one or two different Regions" },
  { args: ["test", "--spec", "nowhere"], err: "Failed to read nowhere/import-key-pair.openapi.yaml" },
  { args: ["test", "--known", "nowhere.yaml"], err: "nowhere.yaml" },
  { args: ["test", "--update-known"], err: "no file is named" },
  { args: ["list", "nothing"], err: "Failed to list nothing" },
  { args: ["list", "constructor"], err: "Failed to list constructor" },
  { args: ["explain", "ZZZZ"], err: "the contract has no such clause" },
  { args: ["fingerprint", "nowhere.pub"], err: "Failed to read nowhere.pub" },
  { args: ["mock", "--fault", "nope"], err: "Failed to use the fault nope" },
  { args: ["mock", "--like", "nope.json"], err: "Failed to read nope.json" },
];

test.for(wrong)("$args is wrong usage: 2, and nothing on standard output", async ({ args, err: why }) => {
  const { code, out, err } = await inProcess(args);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain(why);
  expect(err).not.toMatch(/\n\s+at /);
});

test.for([
  { args: ["tset"], err: "unknown command 'tset'" },
  { args: ["test", "aws"], err: "the run does not say where it may make and delete keys" },
  { args: ["test", "https://ec2.us-east-1.amazonaws.com"], err: "belongs to the real AWS" },
  { args: ["test", "--only", "nope"], err: "Failed to select nope" },
])("$args ends the process with 2", async ({ args, err: why }) => {
  const { code, out, err } = await ec2Contract(args);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain(why);
});

test("no command at all shows what there is", async () => {
  const { code, out, err } = await inProcess([]);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain("Usage: ec2-contract");
});

test("the embedded mock conforms: 0, with a report on standard output and one in a file", async () => {
  const { code, out, err } = await ec2Contract([
    "test",
    "--only",
    "B2MR",
    "--reporter",
    "text",
    "--reporter",
    "json=all.json",
  ]);
  expect({ code, err }).toEqual({ code: 0, err: "The json report is in all.json.\n" });
  expect(out).toMatch(/^ImportKeyPair · mock · /);
  expect(reportIn("all.json").cases.map(({ id }) => id)).toEqual(["B2MR-255", "B2MR-256", "B2MR-1020"]);
});

test("a report on standard output is whole, whatever its length, also into a pipe", async () => {
  const { out } = await ec2Contract(["test", "--only", "B6JX", "--drive", "raw", "--reporter", "json"]);
  expect(out.length).toBeGreaterThan(200_000);
  expect((JSON.parse(out) as Report).schemaVersion).toBe("1");
});

test("--spec runs another contract", async () => {
  const { code, out } = await inProcess([
    "list",
    "cases",
    "--json",
    "--spec",
    fileURLToPath(new URL("../spec", import.meta.url)),
  ]);
  expect(code).toBe(0);
  expect((JSON.parse(out) as { id: string }[]).length).toBeGreaterThan(250);
});

// ─── against a mock with faults, over HTTP ───────────────────────────────────────────────────────────────────────

let faulty: Awaited<ReturnType<typeof mock>>;
beforeAll(async () => {
  faulty = await mock("name-256-accepted", "name-missing-500");
});
afterAll(() => faulty[Symbol.asyncDispose]());

const only = ["--only", "B2MR,Q7UC,G9PH", "--drive", "raw"];

test("a target that deviates: 1, and its report says how", async () => {
  const { code, out } = await ec2Contract(["test", faulty.url, ...only]);
  expect(code).toBe(1);
  expect(out).toContain("✗ B2MR");
  expect(out).toContain("case      B2MR-256: KeyName of 256 characters · raw");
  expect(out).toContain("curl --silent");
  expect(out).toContain("aws ec2 import-key-pair");
});

test("--emit writes tests of what failed, and nothing where nothing did", async () => {
  const emitted = await inProcess(["test", faulty.url, ...only, "--emit", `vitest=${file("emitted.test.ts")}`]);
  expect(emitted).toMatchObject({ code: 1, err: expect.stringContaining("The tests of what failed are in ") });
  const text = readFileSync(file("emitted.test.ts"), "utf8");
  expect(text).toContain(`?? "${faulty.url}`);
  expect(text.match(/^test\("\w{4}/gm)?.sort()).toEqual(['test("B2MR', 'test("Q7UC']);
  const none = await inProcess(["test", "mock", ...only, "--emit", `vitest=${file("none.test.ts")}`]);
  expect(none).toMatchObject({ code: 0, err: expect.stringContaining("Nothing failed, so that there are no tests") });
  expect(existsSync(file("none.test.ts"))).toBe(false);
});

test("--level lets more fail: Q6XB is a should", async () => {
  await using literal = await mock("filter-wildcards-literal");
  const args = ["test", literal.url, "--only", "Q6XB", "--drive", "raw"];
  const codes = [await inProcess(args), await inProcess([...args, "--level", "should"])];
  expect(codes.map(({ code }) => code)).toEqual([0, 1]);
});

test("--as-of: a clause that came later is told, and fails nobody; with --known neither", async () => {
  const spec = file("spec");
  cpSync(defaultSpecDir, spec, { recursive: true });
  const clauses = join(spec, "import-key-pair.clauses.yaml");
  const text = readFileSync(clauses, "utf8");
  writeFileSync(clauses, text.replace(/(- id: B2MR\n.*\n.*\n {2}since: )"0.1"/, '$1"0.2"'));
  writeFileSync(file("none.yaml"), "[]\n");
  const args = ["test", faulty.url, "--only", "B2MR", "--drive", "raw", "--spec", spec];
  const pinned = [...args, "--as-of", "0.1"];
  const runs = [args, pinned, [...pinned, "--bail"], [...pinned, "--known", file("none.yaml")]];
  const outcomes = [];
  for (const run of runs) outcomes.push(await inProcess(run));
  expect(outcomes.map(({ code }) => code)).toEqual([1, 0, 0, 0]);
  for (const { out } of outcomes) expect(out).toContain("✗ B2MR");
  expect(outcomes[1]?.out).toContain("must gates, as of 0.1 (1 later clause fails)");
  expect(outcomes[2]?.out).not.toContain("stopped before its end");
});

test("known deviations: made by --update-known, then exact: 0; one more: 1; one that passes: 1", async () => {
  const known = ["--known", file("known.yaml")];
  const made = await inProcess(["test", faulty.url, ...only, ...known, "--update-known"]);
  expect(made.code).toBe(0);
  expect(made.err).toContain("known.yaml now lists how");
  const entries = parse(readFileSync(file("known.yaml"), "utf8")) as { clause: string; case?: string[] }[];
  expect(entries.map(({ clause, case: cases }) => [clause, cases])).toEqual([
    ["Q7UC", undefined],
    ["B2MR", ["B2MR-256"]],
  ]);

  const exact = await inProcess(["test", faulty.url, ...only, ...known]);
  expect(exact.code).toBe(0);
  expect(exact.out).toContain("2 clauses deviate as listed, and nothing else does");

  writeFileSync(file("fewer.yaml"), "- { clause: Q7UC, reason: r, review: 2999-01-01 }\n");
  const more = await inProcess(["test", faulty.url, ...only, "--known", file("fewer.yaml")]);
  expect(more.code).toBe(1);
  expect(more.out).toContain(
    "1 deviations are not listed; to accept them, add:\n- clause: B2MR\n  case:\n    - B2MR-256\n",
  );

  writeFileSync(
    file("stale.yaml"),
    `${readFileSync(file("known.yaml"), "utf8")}- { clause: G9PH, reason: r, review: 2999-01-01 }\n`,
  );
  const stale = await inProcess(["test", faulty.url, ...only, "--known", file("stale.yaml")]);
  expect(stale.code).toBe(1);
  expect(stale.out).toContain("G9PH is listed, but ");

  writeFileSync(
    file("overdue.yaml"),
    readFileSync(file("known.yaml"), "utf8").replaceAll(/review: .*/g, "review: 2020-01-01"),
  );
  expect((await inProcess(["test", faulty.url, ...only, "--known", file("overdue.yaml")])).code).toBe(1);

  writeFileSync(file("unknown.yaml"), "- { clause: ZZZZ, reason: r, review: 2999-01-01 }\n");
  expect(await inProcess(["test", faulty.url, ...only, "--known", file("unknown.yaml")])).toMatchObject({
    code: 2,
    out: "",
  });
});

// ─── targets that can't be observed ──────────────────────────────────────────────────────────────────────────────

test("an unreachable target: 3, and the reports are written", async () => {
  const reports = ["--reporter", "text", "--reporter", "json=dead.json", "--reporter", "junit=dead.xml"];
  const { code, out } = await inProcess(["test", "http://127.0.0.1:1/", "--only", "name", ...reports], folder);
  expect(code).toBe(3);
  expect(out).toContain("ECONNREFUSED");
  expect(reportIn("dead.json").score.judged).toBe(0);
  expect(readFileSync(file("dead.xml"), "utf8")).toMatch(
    /<testsuites name="ec2-contract ImportKeyPair" tests="\d+" failures="0"/,
  );
});

test("a target that hangs: 3", async () => {
  await using server = await serveRaw(() => undefined);
  const { code, out } = await inProcess(["test", server.url.href, "--timeout", "200", "--drive", "raw"]);
  expect(code).toBe(3);
  expect(out).toContain("no complete answer within 200 ms");
});

test("Ctrl-C: 130, with what was seen, and nothing left behind", async () => {
  await using server = await mock();
  const child = kept(
    spawn(process.execPath, [bin, "test", server.url, "--concurrency", "1", "--reporter", "json=partial.json"], {
      cwd: folder,
      stdio: ["ignore", "pipe", "pipe"],
    }),
  );
  const listed = async (): Promise<string> =>
    (await fetch(`${server.url}/?Action=DescribeKeyPairs&Version=2016-11-15`)).text();
  await vi.waitUntil(async () => (await listed()).includes("<keyName>ec2c-"), { timeout: 300_000, interval: 5 });
  child.kill("SIGINT");
  const [code] = (await once(child, "exit")) as [number];
  expect(code).toBe(130);
  const report = reportIn("partial.json");
  expect(report.run.partial).toBe(true);
  expect(report.cases.length).toBeLessThan(400);
  expect(await listed()).toContain("<keySet/>");
});

test("Ctrl-C again leaves at once, and names what may be left", async () => {
  const honest = mockWith();
  const transport: Transport = async (request) =>
    (await request.clone().text()).includes("Action=DeleteKeyPair") ? new Promise(() => undefined) : honest(request);
  const { url, close } = await serveMock(transport, { port: 0 });
  await using _ = { [Symbol.asyncDispose]: close };
  const child = kept(
    spawn(process.execPath, [bin, "test", url, "--concurrency", "1", "--only", "M3P2-minimal"], {
      stdio: ["ignore", "ignore", "pipe"],
    }),
  );
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const listed = async (): Promise<string> =>
    (await fetch(`${url}/?Action=DescribeKeyPairs&Version=2016-11-15`)).text();
  await vi.waitUntil(async () => (await listed()).includes("<keyName>ec2c-"), { timeout: 300_000, interval: 5 });
  child.kill("SIGINT");
  await vi.waitUntil(() => said.includes("Stopping"), { timeout: 300_000, interval: 5 });
  child.kill("SIGINT");
  const [code] = (await once(child, "exit")) as [number];
  expect(code).toBe(130);
  const name = /<keyName>([^<]*)/.exec(await listed())?.[1];
  expect(name).toMatch(/^ec2c-/);
  expect(said).toContain(`Not seen to be deleted: ${name}`);
});

test("--watch: what was red is run again when the emulator has come back, and it is said what turned green", async () => {
  const first = await serveMock(mockWith("ed25519-hex"), { port: 0 });
  const args = [
    "test",
    first.url,
    "--only",
    "W4PQ-ed25519",
    "--drive",
    "raw",
    "--watch",
    "--reporter",
    `json=${file("watched.json")}`,
  ];
  const child = kept(spawn(process.execPath, [bin, ...args], { stdio: ["ignore", "pipe", "ignore"] }));
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const until = (words: string) => vi.waitUntil(() => said.includes(words), { timeout: 120_000, interval: 20 });
  await until("2 red clauses. Waiting for");
  await first.close();
  await until("It is away.");
  const second = await serveMock(mockWith(), { port: Number(new URL(first.url).port) });
  await using _ = { [Symbol.asyncDispose]: second.close };
  await until("0 red clauses. Waiting for");
  expect(said).toMatch(/2 clauses turned green: (W6WR H6E6|H6E6 W6WR)\n/);
  child.kill("SIGINT");
  expect((await once(child, "exit"))[0]).toBe(130);
});

test.for([
  { args: ["mock", "--watch"], why: "Failed to watch mock" },
  { args: ["moto@5.2.5", "--watch"], why: "Failed to watch moto@5.2.5" },
  { args: ["http://127.0.0.1:1", "--watch", "no-such-folder"], why: "Failed to watch no-such-folder" },
])("$args can't be watched", async ({ args, why }) => {
  const { code, err } = await inProcess(["test", ...args]);
  expect(code).toBe(2);
  expect(err).toContain(why);
});

// ─── the other commands ──────────────────────────────────────────────────────────────────────────────────────────

test.for([
  { what: "clauses", keys: ["id", "area", "level", "since", "text", "grounds", "open"], least: 90 },
  { what: "cases", keys: ["id", "area", "title", "clauses"], least: 250 },
  { what: "faults", keys: ["id", "area", "clause", "summary"], least: 100 },
  { what: "targets", keys: ["name"], least: 2 },
])("list $what, for people and for programs", async ({ what, keys, least }) => {
  const [text, json] = [await inProcess(["list", what]), await inProcess(["list", what, "--json"])];
  const rows = JSON.parse(json.out) as object[];
  expect([text.code, json.code]).toEqual([0, 0]);
  expect(rows.length).toBeGreaterThanOrEqual(least);
  expect(text.out.trimEnd().split("\n")).toHaveLength(rows.length);
  for (const row of rows) expect(Object.keys(row)).toEqual(expect.arrayContaining(keys));
});

test("explain a clause: its text, grounds, sources, cases and faults", async () => {
  const { code, out } = await inProcess(["explain", "x6b3"]);
  expect(code).toBe(0);
  for (const part of [
    "X6B3 · fingerprint · must",
    "Documented, md5-ssh or md5-spki:",
    "Observed, md5-spki:",
    "https://docs.aws.amazon.com/",
    "Cases: it holds for every creation",
    "Proved by these faults",
  ])
    expect(out).toContain(part);
});

test("explain an open clause, and one that was inferred", async () => {
  const [open, inferred] = [await inProcess(["explain", "K3CK"]), await inProcess(["explain", "E2YW"])];
  expect(open.out).toContain("K3CK · name · open");
  expect(open.out).toContain("Nobody knows");
  expect(open.out).toContain("K3CK-tab");
  expect(inferred.out).toContain("Inferred: ");
});

test("the fingerprint is what AWS answers, from a file and from standard input", async () => {
  const { "aws-r1": rsa, "aws-e1": ed25519 } = readAwsVectors();
  writeFileSync(file("rsa.pub"), `${rsa?.line}\n`);
  const [fromFile, fromInput] = await Promise.all([
    inProcess(["fingerprint", file("rsa.pub")]),
    ec2Contract(["fingerprint", "-"], ed25519?.line),
  ]);
  expect(fromFile).toEqual({ code: 0, out: `${rsa?.fingerprint}\n`, err: "" });
  expect(fromInput).toEqual({ code: 0, out: `${ed25519?.fingerprint}\n`, err: "" });
});

test("a key that AWS would refuse: 2, with AWS's code", async () => {
  const { code, out, err } = await ec2Contract(["fingerprint", "-"], "no key\n");
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain("InvalidKey.Format");
});

test("a mock is served at the address that it says, until it is told to stop: 0", async () => {
  const child = kept(
    spawn(process.execPath, [bin, "mock", "--fault", "name-256-accepted"], {
      stdio: ["ignore", "pipe", "inherit"],
    }),
  );
  const [url] = (await once(createInterface(child.stdout), "line")) as [string];
  const { status } = await fetch(`${url}?Action=DescribeKeyPairs&Version=2016-11-15`);
  child.kill("SIGTERM");
  expect([status, ...((await once(child, "exit")) as unknown[])]).toEqual([200, 0, null]);
});

test("a port that is taken is told", async () => {
  const { code, err } = await inProcess(["mock", "--port", new URL(faulty.url).port]);
  expect(code).toBe(2);
  expect(err).toContain("EADDRINUSE");
});
