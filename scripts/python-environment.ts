import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * A virtual environment in `.venv/` with the packages of a requirements file: made once for what the file says.
 * @returns its folder. @throws when Python or pip fails, with what they said.
 */
export function pythonEnvironment(root: string, name: string, requirements: string): string {
  const file = join(root, requirements);
  const digest = createHash("sha256").update(readFileSync(file)).digest("hex").slice(0, 12);
  const folder = join(root, ".venv", `${name}-${digest}`);
  const complete = join(folder, "complete");
  if (!existsSync(complete)) {
    rmSync(folder, { recursive: true, force: true });
    run("python3", ["-m", "venv", folder]);
    run(join(folder, "bin/pip"), ["install", "--quiet", "--disable-pip-version-check", "--requirement", file]);
    writeFileSync(complete, "");
  }
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
