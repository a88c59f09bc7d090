import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import { namedProfile } from "../profile.ts";
import { resolveTarget } from "../resolve-target.ts";
import { emulatorCache, installEmulator } from "./install-emulator.ts";

const folder = mkdtempSync(join(tmpdir(), "ec2-contract-cache-"));
const { signal } = new AbortController();
beforeEach(() => vi.stubEnv("EC2_CONTRACT_CACHE", folder));
afterEach(() => vi.unstubAllEnvs());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.for([
  { given: { EC2_CONTRACT_CACHE: "/c" }, want: "/c/emulators" },
  { given: { EC2_CONTRACT_CACHE: "", XDG_CACHE_HOME: "/x" }, want: "/x/ec2-contract/emulators" },
])("with $given the emulators are in $want", ({ given, want }) => {
  for (const [name, value] of Object.entries(given)) vi.stubEnv(name, value);
  expect(emulatorCache()).toBe(want);
});

test("what is in the cache is not installed again", async () => {
  const venv = join(folder, "emulators/moto-1.2.3");
  mkdirSync(venv, { recursive: true });
  writeFileSync(join(venv, "complete"), "");
  expect(await installEmulator(namedProfile("moto"), "1.2.3", { signal, install: false })).toBe(venv);
});

test("what is only half there is not used", async () => {
  mkdirSync(join(folder, "emulators/moto-1.2.4"), { recursive: true });
  await expect(installEmulator(namedProfile("moto"), "1.2.4", { signal, install: false })).rejects.toThrow(
    /^Failed to use moto@1\.2\.4: it is not in .*--no-install forbids/,
  );
});

test.for([
  { given: "moto@", want: /^Failed to use moto@ as the target: .*@VERSION or @latest/ },
  { given: "nobody@1.0", want: /^Failed to use nobody@1\.0 as the target: there is none of this name/ },
  { given: "moto@newest", want: /^Failed to use moto@newest: that is no version/ },
  { given: "moto@1.0;rm", want: /that is no version/ },
  { given: "moto@--pre", want: /that is no version/ },
  { given: "moto@1.0.0", venv: ".venv", want: /--venv names another/ },
  { given: "moto@9.9.9", want: /--no-install forbids/ },
])("$given as a target, nothing installed: a clear refusal", async ({ given, want, venv }) => {
  const options = { rules: {}, concurrency: 1, signal, install: false, ...(venv !== undefined && { venv }) };
  await expect(resolveTarget(given, options)).rejects.toThrow(want);
});
