import { execFile } from "node:child_process";
import { accessSync, constants, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";

/** A Python that has a distribution, and which version of it. */
export interface Installed {
  readonly python: string;
  readonly version: string;
}

const run = promisify(execFile);
const versionProgram = "import importlib.metadata, sys; print(importlib.metadata.version(sys.argv[1]))";

/**
 * Finds a Python that has a distribution: in the virtual environment, or on the `PATH`, where also the interpreter of
 * a script of the distribution's name counts (as pipx installs them).
 */
export async function findPython(distribution: string, venv: string | undefined): Promise<Installed | undefined> {
  for (const python of venv === undefined ? pythonsOnPath(distribution) : [join(venv, "bin", "python")]) {
    const version = await versionOf(python, distribution);
    if (version !== undefined) return { python, version };
  }
  return undefined;
}

function pythonsOnPath(distribution: string): readonly string[] {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter(Boolean);
  const scripts = [distribution, `${distribution}_server`, distribution.replace(/-core$/, "")];
  const interpreters = folders.flatMap((folder) =>
    scripts.flatMap((script) => interpreterOf(join(folder, script)) ?? []),
  );
  const pythons = folders.map((folder) => join(folder, "python3")).filter(isExecutable);
  return [...new Set([...interpreters, ...pythons.slice(0, 1)])];
}

/** The interpreter that a script names in its first line. */
function interpreterOf(script: string): string | undefined {
  if (!isExecutable(script)) return undefined;
  const [first = ""] = readFileSync(script, "latin1").slice(0, 512).split("\n");
  const path = first.match(/^#!\s*(\/\S*python\S*)/)?.[1];
  return path !== undefined && isExecutable(path) ? path : undefined;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // not there, or not ours to run: then it is none that can be used
  }
}

async function versionOf(python: string, distribution: string): Promise<string | undefined> {
  try {
    return (await run(python, ["-c", versionProgram, distribution], { timeout: 20_000 })).stdout.trim();
  } catch {
    return undefined; // no such Python, or it lacks the distribution
  }
}
