import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import type { Report } from "../../src/report/report.ts";

// An emulator that is no Python package: a profile of the user's own starts it by a command. The product's own mock stands for it.

const bin = fileURLToPath(new URL("../../bin/ec2-contract.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "ec2-contract-own-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts the mock, and leaves its process id where a test finds it. */
const pidFile = join(folder, "pid");
writeFileSync(join(folder, "serve"), `#!/bin/sh\necho $$ >'${pidFile}'\nexec '${process.execPath}' '${bin}' "$@"\n`, {
  mode: 0o755,
});
const profile = (command: readonly string[]): string => {
  const file = join(folder, "own.yaml");
  writeFileSync(file, JSON.stringify({ name: "own", start: { command, readyWithin: 120 } }));
  return file;
};
const mock = ["./serve", "mock", "--port", "{port}", "--fault", "name-length-unlimited"];

function start(args: readonly string[]) {
  const child = spawn(process.execPath, [bin, ...args], { cwd: tmpdir(), stdio: ["ignore", "pipe", "pipe"] });
  const said = { out: "", err: "" };
  child.stdout.on("data", (chunk: Buffer) => {
    said.out += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    said.err += chunk.toString();
  });
  const ended = once(child, "close").then(([code]: unknown[]) => ({ code, ...said }));
  return { child, ended };
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false; // no such process
  }
};
const startedPid = (): number => {
  try {
    return Number(readFileSync(pidFile, "utf8"));
  } catch {
    return 0; // not started yet
  }
};

test("a command is said and not run, until --start", async () => {
  const file = profile(mock);
  const { code, out, err } = await start(["test", "own", "--profile", file]).ended;
  expect([code, out]).toEqual([2, ""]);
  expect(err).toBe(
    `Failed to use own: its profile would run: ./serve mock --port '{port}' --fault name-length-unlimited, in ${folder}. Read it, and add --start to have it run.\n`,
  );
  expect(startedPid()).toBe(0);
});

test("with --start it is run, tested and ended", async () => {
  const json = join(folder, "report.json");
  const args = ["test", "own", "--profile", profile(mock), "--start", "--only", "name", "--reporter", `json=${json}`];
  const { code, err } = await start(args).ended;
  expect(err).toContain("Starting own as its profile says: ./serve mock");
  expect(code).toBe(1);
  const report = JSON.parse(readFileSync(json, "utf8")) as Report;
  expect(report.target).toMatchObject({ name: "own" });
  expect(report.causes?.map(({ faults }) => faults[0])).toEqual(["name-length-unlimited"]);
  expect(isAlive(startedPid())).toBe(false);
});

test.for([
  { given: "no program", command: ["no-such-program", "{port}"], want: "there is no program no-such-program" },
  { given: "one that ends at once", command: ["./serve", "moc", "{port}"], want: "it ended with 2. Its last words: " },
])("$given: exit code 2, and a clear error", async ({ command, want }) => {
  const { code, out, err } = await start(["test", "own", "--profile", profile(command), "--start"]).ended;
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain(`Failed to start own: ${want}`);
});

test.for(["SIGINT", "SIGKILL"] as const)("after %s nothing is left of it", async (signal) => {
  rmSync(pidFile, { force: true });
  const { child, ended } = start(["test", "own", "--profile", profile(mock), "--start"]);
  while (startedPid() === 0 && child.exitCode === null) await sleep(50);
  const pid = startedPid();
  expect(isAlive(pid)).toBe(true);
  child.kill(signal);
  await ended;
  // Of a killed one the supervisor cleans up after it is gone.
  while (isAlive(pid)) await sleep(50);
});

test("bisect: what no list has releases of", async () => {
  const args = ["bisect", "own", "--profile", profile(mock), "--start", "--good", "1.0", "--bad", "2.0"];
  const { code, err } = await start(args).ended;
  expect(code).toBe(2);
  expect(err).toMatch(/^Failed to bisect own: its profile starts no package of PyPI/);
});
