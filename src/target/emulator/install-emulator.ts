import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import semver from "semver";
import { messageOf, UsageError } from "../../errors.ts";
import type { Profile } from "../profile.ts";
import { type PythonRecipe, pythonRecipe } from "./start-recipe.ts";

export interface InstallOptions {
  /** False: take it from the cache, or not at all. */
  readonly install?: boolean;
  readonly signal: AbortSignal;
}

const run = promisify(execFile);

/** Where emulators are kept, each version in a virtual environment of its own: `EC2_CONTRACT_CACHE`, else the user's cache. */
export function emulatorCache(): string {
  const { EC2_CONTRACT_CACHE: own, XDG_CACHE_HOME: users } = process.env;
  return join(own || join(users || join(homedir(), ".cache"), "ec2-contract"), "emulators");
}

/** The virtual environment in which a version of an emulator is kept. */
export function emulatorFolder(name: string, version: string): string {
  return join(emulatorCache(), `${name}-${version}`);
}

/**
 * The virtual environment of a version of an emulator; installs it from PyPI where it is not in the cache, and says so
 * before. By `uv` where there is one, else by Python's venv and pip.
 * @param version as PyPI has it, or `latest`.
 * @throws {UsageError} when it must not be installed, or can't be.
 */
export async function installEmulator(profile: Profile, version: string, options: InstallOptions): Promise<string> {
  const { name } = profile;
  const start = mustBePython(profile, `install ${name}@${version}`);
  const wanted = version === "latest" ? await latestOf(start, options) : version;
  const folder = emulatorFolder(name, wanted);
  const complete = join(folder, "complete");
  if (existsSync(complete)) return folder;
  const requirement = requirementOf(start, wanted);
  if (options.install === false)
    throw new UsageError(
      `Failed to use ${name}@${version}: it is not in ${emulatorCache()}, and --no-install forbids to install it. Leave --no-install out.`,
    );
  process.stderr.write(`Installing ${requirement.join(" ")} from PyPI into ${folder} (--no-install forbids it).\n`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const limits = start.constraints !== undefined && pinned(start) === wanted ? ["-c", start.constraints] : [];
  const python = join(folder, "bin/python");
  const [make, install] = (await hasUv())
    ? [
        ["uv", "venv", "--quiet", "--allow-existing", folder],
        ["uv", "pip", "install", "--quiet", "--python", python],
      ]
    : [
        ["python3", "-m", "venv", folder],
        [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"],
      ];
  try {
    await call(make, options.signal);
    await call([...install, ...limits, ...requirement], options.signal);
  } catch (cause) {
    rmSync(folder, { recursive: true, force: true });
    throw new UsageError(
      `Failed to install ${name}@${version}: ${messageOf(cause)}. See that python3 has venv, that pip reaches its index, and that there is such a version.`,
      { cause },
    );
  }
  writeFileSync(complete, "");
  return folder;
}

/** The versions that the package index has, the newest first, without those that are no releases. */
export async function releasesOf(profile: Profile, options: InstallOptions): Promise<readonly string[]> {
  const { name } = profile;
  const start = mustBePython(profile, `list the releases of ${name}`);
  const tool = join(emulatorCache(), "pip");
  try {
    if (!existsSync(join(tool, "bin/python"))) await call(["python3", "-m", "venv", tool], options.signal);
    const python = join(tool, "bin/python");
    const asked = ["-m", "pip", "index", "versions", "--disable-pip-version-check", start.package];
    const { stdout } = await run(python, asked, { signal: options.signal });
    const [, list = ""] = /^Available versions: (.*)$/m.exec(stdout) ?? [];
    const versions = list.split(",").map((version) => version.trim());
    return versions.filter((version) => semver.valid(semver.coerce(version)) !== null && /^[\d.]+$/.test(version));
  } catch (cause) {
    throw new UsageError(
      `Failed to list the releases of ${name}: ${messageOf(cause)}. See that python3 has venv and that pip reaches its index, or name a version.`,
      { cause },
    );
  }
}

/** @throws {UsageError} where nothing can be installed. */
function mustBePython(profile: Profile, what: string): PythonRecipe {
  const recipe = pythonRecipe(profile);
  if (recipe !== undefined) return recipe;
  const why =
    profile.start === undefined
      ? "its profile does not say how it is started"
      : "its profile starts a command, and only what comes from PyPI has releases to install";
  throw new UsageError(`Failed to ${what}: ${why}. Start the version that you mean yourself, and name its URL.`);
}

async function latestOf(start: PythonRecipe, options: InstallOptions): Promise<string> {
  const [newest] = await releasesOf({ name: start.package, start }, options);
  if (newest === undefined)
    throw new UsageError(`Failed to find the latest ${start.package}: the index has no release. Name a version.`);
  return newest;
}

/** The version that the profile is made for. */
function pinned({ install }: PythonRecipe): string | undefined {
  return /==(\S+)/.exec(install)?.[1];
}

/** What pip is asked for: the profile's requirements, the pinned one at this version. */
function requirementOf({ install }: PythonRecipe, version: string): readonly string[] {
  return install.split(" ").map((one) => one.replace(/==\S+/, `==${version}`));
}

async function hasUv(): Promise<boolean> {
  try {
    await run("uv", ["--version"]);
    return true;
  } catch {
    return false; // there is none: then Python's own tools do it
  }
}

/** @throws {Error} with the end of what it said. */
async function call([program = "", ...args]: readonly string[], signal: AbortSignal): Promise<void> {
  const child = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"], signal });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-600);
  });
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${said.trim().replaceAll(/\s+/g, " ")}`);
}
