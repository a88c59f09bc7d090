import { delimiter, join } from "node:path";
import { messageOf, UsageError } from "../../errors.ts";
import { findPython } from "./find-python.ts";
import { isCommand, type PythonRecipe, type StartRecipe } from "./start-recipe.ts";

/** What is run to start an emulator. */
export interface Program {
  /** A path, or a name that is looked for on the `PATH`. */
  readonly path: string;
  readonly arguments: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly folder?: string;
  /** Of the distribution, where there is one. */
  readonly version?: string;
}

/**
 * The program of a recipe. A virtual environment is where Python is taken from; for any other command its programs come
 * first on the `PATH`.
 * @throws {UsageError} when a distribution is not installed, with the command that installs it.
 */
export async function findProgram(name: string, start: StartRecipe, venv: string | undefined): Promise<Program> {
  if (isCommand(start)) {
    const { PATH = "" } = process.env;
    const [path, ...words] = start.command;
    return {
      path,
      arguments: words,
      environment: venv === undefined ? {} : { PATH: `${join(venv, "bin")}${delimiter}${PATH}` },
      ...(start.folder !== undefined && { folder: start.folder }),
    };
  }
  const found = await findPython(start.package, venv);
  if (found !== undefined) {
    const words = ["-m", start.module, ...(start.arguments ?? [])];
    return { path: found.python, version: found.version, arguments: words, environment: {} };
  }
  const where = venv === undefined ? "on the PATH" : `in ${venv}`;
  throw new UsageError(
    `Failed to start ${name}: it is not installed ${where}. Install it with: ${installCommand(start, venv)}`,
  );
}

/** The one command that installs it. */
export function installCommand({ install, constraints }: PythonRecipe, venv: string | undefined): string {
  const folder = venv ?? ".venv";
  const limits = constraints === undefined ? "" : ` -c ${constraints}`;
  const use = venv === undefined ? `, then add --venv ${folder}` : "";
  return `python3 -m venv ${folder} && ${folder}/bin/pip install${limits} '${install}'${use}`;
}

/** Why the system does not run a program, and what to do about it. */
export function whyNotRun({ path, folder }: Program, cause: unknown): string {
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  const where = path.includes("/") ? (folder ?? "the current folder") : "the PATH";
  if (code === "ENOENT") return `there is no program ${path} in ${where}. Install it, or correct start/command`;
  if (code === "EACCES") return `the program ${path} may not be run. Make it executable, or correct start/command`;
  return `the program ${path} could not be run: ${messageOf(cause)}. Correct start/command`;
}
