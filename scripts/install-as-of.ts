import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PythonRecipe } from "../src/target/emulator/start-recipe.ts";
import { pythonEnvironment } from "./python-environment.ts";

const day = 24 * 60 * 60 * 1000;

/**
 * Makes the virtual environment of a release with what it depends on as that was on its day, where the product's own
 * installation would take the newest: for an emulator whose parts are packages of their own, which have moved on.
 * @param folder where the product looks for it. @throws {Error} with the end of what uv said.
 */
export function installAsOf(
  root: string,
  folder: string,
  { install }: PythonRecipe,
  version: string,
  released: string,
): void {
  const complete = join(folder, "complete");
  // A folder of what is newest has an empty mark.
  if (existsSync(complete) && readFileSync(complete, "utf8") === released) return;
  rmSync(folder, { recursive: true, force: true });
  // What is released together may be uploaded on two days.
  const until = new Date(Date.parse(released) + 2 * day).toISOString();
  const requirements = install.split(" ").map((one) => one.replace(/==\S+/, `==${version}`));
  const uv = join(pythonEnvironment(root, { package: "uv", install: "uv==0.13.9" }), "bin/uv");
  call(uv, ["venv", "--quiet", folder]);
  const python = ["--python", join(folder, "bin/python")];
  call(uv, ["pip", "install", "--quiet", ...python, "--exclude-newer", until, ...requirements]);
  writeFileSync(complete, released);
}

function call(program: string, args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(program, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(error?.message ?? stderr.trim().split("\n").slice(-3).join(" "));
}
