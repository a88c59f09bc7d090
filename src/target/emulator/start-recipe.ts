import { join } from "node:path";
import { quote } from "../../report/escape.ts";

/** What every way to start an emulator says; `{port}` and `{host}` stand for where it has to listen. */
interface Started {
  readonly environment?: Readonly<Record<string, string>>;
  /** Seconds until it has to be ready; a minute by default. */
  readonly readyWithin?: number;
}

/** An emulator that is a Python module of a PyPI package. */
export interface PythonRecipe extends Started {
  readonly package: string;
  readonly install: string;
  /** Absolute path of a constraints file for pip. */
  readonly constraints?: string;
  readonly module: string;
  readonly arguments?: readonly string[];
  /** A path that answers 200 as soon as it can be used. */
  readonly ready: string;
}

/** An emulator that any command starts. */
export interface CommandRecipe extends Started {
  /** The program and its arguments; no shell reads them. */
  readonly command: readonly [program: string, ...args: string[]];
  /** The folder in which it runs; where the profile is, if a file holds it. */
  readonly folder?: string;
  /** A path that answers 200 as soon as it can be used; where absent, whatever it answers at `/`. */
  readonly ready?: string;
}

/** How an emulator is started. */
export type StartRecipe = PythonRecipe | CommandRecipe;

/** Whether any command starts it; only what is in Python has releases that can be installed. */
export function isCommand(start: StartRecipe): start is CommandRecipe {
  return "command" in start;
}

/** The recipe of what is installed from PyPI; undefined for what is started by any command, or not at all. */
export function pythonRecipe({ start }: { readonly start?: StartRecipe }): PythonRecipe | undefined {
  return start === undefined || isCommand(start) ? undefined : start;
}

/** The command that a recipe runs, for people to read before it is run. @param venv where Python is taken from. */
export function toldCommand(start: StartRecipe, venv?: string): string {
  const words = isCommand(start)
    ? start.command
    : [venv === undefined ? "python" : join(venv, "bin/python"), "-m", start.module, ...(start.arguments ?? [])];
  const environment = Object.entries(start.environment ?? {}).map(([key, value]) => `${key}=${quote(value)}`);
  const folder = isCommand(start) && start.folder !== undefined ? `, in ${quote(start.folder)}` : "";
  return `${[...environment, ...words.map(quote)].join(" ")}${folder}`;
}
