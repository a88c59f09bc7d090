import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pythonRecipe } from "../src/target/emulator/start-recipe.ts";
import { namedProfile } from "../src/target/profile.ts";
import { knownOf } from "./emulators.ts";
import { pythonEnvironment } from "./python-environment.ts";

const root = join(import.meta.dirname, "..");

/**
 * Installs an emulator, and has the product start it, run the suite against it and stop it.
 * @param options of `ec2-contract test`.
 * @returns the product's exit code: 0 where the emulator deviates exactly as its known deviations say.
 */
export function runEmulator(name: string, options: readonly string[]): number | null {
  const start = pythonRecipe(namedProfile(name));
  if (start === undefined) throw new Error(`Failed to test ${name}: its profile names no package of PyPI. Add that.`);
  const venv = pythonEnvironment(root, start);
  // One case at a time: an emulator that breaks its listings shows it in the same cases then, run after run.
  const how = ["--start", "--venv", venv, "--concurrency", "1", "--known", knownOf(name)];
  const command = ["bin/ec2-contract.js", "test", name, ...how, ...options];
  return spawnSync(process.execPath, command, { cwd: root, stdio: ["ignore", "inherit", "inherit"] }).status;
}
