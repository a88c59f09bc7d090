import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PythonRecipe } from "../src/target/emulator/start-recipe.ts";

/**
 * A virtual environment in `.venv/` with what a profile says, one requirement or several: made once for each version of what it says, and shared by
 * profiles that say the same.
 * @returns its folder. @throws when Python or pip fails, with what they said.
 */
export function pythonEnvironment(
  root: string,
  recipe: Pick<PythonRecipe, "package" | "install" | "constraints">,
): string {
  const limits = recipe.constraints === undefined ? [] : ["--constraint", recipe.constraints];
  const content = recipe.constraints === undefined ? "" : readFileSync(recipe.constraints, "utf8");
  const digest = createHash("sha256").update(`${recipe.install}\0${content}`).digest("hex").slice(0, 12);
  const folder = join(root, ".venv", `${recipe.package}-${digest}`);
  const complete = join(folder, "complete");
  if (existsSync(complete)) return folder;
  rmSync(folder, { recursive: true, force: true });
  run("python3", ["-m", "venv", folder]);
  run(join(folder, "bin/pip"), [
    "install",
    "--quiet",
    "--disable-pip-version-check",
    ...limits,
    ...recipe.install.split(" "),
  ]);
  writeFileSync(complete, "");
  return folder;
}

function run(program: string, args: readonly string[]): void {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: "utf8" });
  if (status === 0) return;
  const said = error?.message ?? `${stdout}${stderr}`.trim();
  throw new Error(
    `Failed to make a Python environment: ${program} ${args.join(" ")}: ${said}. Install python3 and python3-venv, and see that pip reaches its index.`,
  );
}
