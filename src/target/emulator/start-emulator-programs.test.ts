import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { UsageError } from "../../errors.ts";
import type { Profile } from "../profile.ts";
import { findPython } from "./find-python.ts";
import { startEmulator } from "./start-emulator.ts";
import type { PythonRecipe } from "./start-recipe.ts";

// Python's own web server stands for an emulator, and pip, which every virtual environment has, for its distribution.
const folder = mkdtempSync(join(tmpdir(), "ec2-contract-start-"));
const recipe: PythonRecipe = {
  package: "pip",
  install: "pip==1",
  module: "http.server",
  arguments: ["--bind", "127.0.0.1", "{port}"],
  ready: "/",
};
const profile = (start: Partial<PythonRecipe> = {}): Profile => ({ name: "emulator", start: { ...recipe, ...start } });
const { signal } = new AbortController();

beforeAll(() => void execFileSync("python3", ["-m", "venv", folder]), 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false; // no such process
  }
};

test("it is started on a free port, its version is recorded, and it is stopped by its process id", async () => {
  const [one, other] = await Promise.all([
    startEmulator(profile(), folder, signal),
    startEmulator(profile(), folder, signal),
  ]);
  expect(one.url.port).not.toBe(other.url.port);
  expect(one.version).toMatch(/^\d+\.\d+/);
  expect((await fetch(one.url)).status).toBe(200);
  await Promise.all([one.stop(), other.stop()]);
  expect([one, other].map(({ pid }) => isAlive(pid))).toEqual([false, false]);
});

test("what is not installed is told with the one command that installs it", async () => {
  const missing = profile({ package: "no-such-distribution", install: "no-such==1", constraints: "/c.txt" });
  await expect(startEmulator(missing, folder, signal)).rejects.toThrow(
    `Install it with: python3 -m venv ${folder} && ${folder}/bin/pip install -c /c.txt 'no-such==1'`,
  );
  await expect(startEmulator(missing, folder, signal)).rejects.toBeInstanceOf(UsageError);
});

test("what ends instead of starting is told with its last words", async () => {
  const broken = profile({ module: "no_such_module" });
  await expect(startEmulator(broken, folder, signal)).rejects.toThrow(
    /it ended with 1\. .*No module named no_such_module/s,
  );
});

test("a start can be stopped while it waits", async () => {
  const stop = new AbortController();
  const never = startEmulator(profile({ ready: "/never" }), folder, stop.signal);
  setTimeout(() => stop.abort(), 300);
  await expect(never).rejects.toThrow("it was stopped");
});

test("a profile that does not say how is told", async () => {
  await expect(startEmulator({ name: "container" }, folder, signal)).rejects.toThrow("its profile does not say how");
});

test("a distribution is looked for in the virtual environment only, where one is named", async () => {
  expect((await findPython("pip", folder))?.python).toBe(join(folder, "bin/python"));
  expect(await findPython("pip", join(folder, "nowhere"))).toBeUndefined();
});
