import { existsSync, statSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { messageOf, UsageError } from "../errors.ts";
import type { Reporter } from "../report/reporter.ts";
import { reporters } from "../report/reporters.ts";

interface Chosen<R> {
  readonly name: string;
  readonly reporter: R;
  /** Standard output without one. */
  readonly file?: string;
}
type ChosenReporter = Chosen<Reporter>;

/** The reporters of a run. @throws {UsageError} as {@link chooseAmong} does. */
export function chooseReporters(wanted?: readonly string[]): readonly ChosenReporter[] {
  return chooseAmong(reporters, wanted);
}

/**
 * The reporters of `--reporter NAME[=FILE]`, checked before the run: nobody wants to learn after it that its report has
 * nowhere to go.
 * @throws {UsageError} for an unknown name, a file that can't be, and two reports for standard output.
 */
export function chooseAmong<R>(
  registry: Readonly<Record<string, R>>,
  wanted: readonly string[] = ["text"],
): readonly Chosen<R>[] {
  const chosen = wanted.map((text): Chosen<R> => {
    const [name = "", ...rest] = text.split("=");
    const file = rest.join("=");
    const reporter = Object.hasOwn(registry, name) ? registry[name] : undefined;
    if (reporter === undefined) {
      throw new UsageError(
        `Failed to use the reporter ${name}: there is none of this name. Use ${Object.keys(registry).join(", ")}.`,
      );
    }
    if (rest.length > 0) mustHaveFolder(`${name} report`, file);
    return { name, reporter, ...(file !== "" && { file }) };
  });
  if (chosen.filter(({ file }) => file === undefined).length > 1) {
    throw new UsageError(
      "Failed to use these reporters: more than one writes to standard output. Give all but one a file: --reporter json=FILE.",
    );
  }
  return chosen;
}

/** @throws {UsageError} for a file that can't be. */
export function mustHaveFolder(what: string, file: string): void {
  if (file !== "" && existsSync(dirname(file)) && !(existsSync(file) && statSync(file).isDirectory())) return;
  throw new UsageError(
    `Failed to write the ${what} to "${file}": its folder does not exist, or it is one itself. Name a file.`,
  );
}

/** Writes each report to its file, or to standard output. @throws {UsageError} for a file that can't be written. */
export async function writeReports<R>(
  chosen: readonly Chosen<R>[],
  render: (reporter: R, colour: boolean) => string,
): Promise<void> {
  for (const { reporter, file, name } of chosen) {
    const text = render(reporter, file === undefined && process.stdout.hasColors?.() === true);
    if (file === undefined) await writeOut(text);
    else {
      await writeFile(file, text).catch((cause: unknown) => {
        throw new UsageError(`Failed to write the ${name} report: ${messageOf(cause)}. Name another file.`, { cause });
      });
      process.stderr.write(`The ${name} report is in ${file}.\n`);
    }
  }
}

/**
 * The product goes to standard output. Awaits the flush, so that an exit code set afterwards cuts nothing off. That nobody
 * reads on (`| head`, a terminal that was closed) is no trouble of ours.
 */
function writeOut(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (error?: NodeJS.ErrnoException | null): void => {
      if (error && error.code !== "EPIPE" && error.code !== "EIO") reject(error);
      else resolve();
    };
    process.stdout.once("error", settle);
    process.stdout.write(text, (error) => {
      // The event comes after the callback.
      if (!error) process.stdout.off("error", settle);
      settle(error);
    });
  });
}
