import { existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { UsageError } from "../errors.ts";
import type { Reporter } from "../report/reporter.ts";
import { reporters } from "../report/reporters.ts";

export interface ChosenReporter {
  readonly name: string;
  readonly reporter: Reporter;
  /** Standard output without one. */
  readonly file?: string;
}

/**
 * The reporters of `--reporter NAME[=FILE]`, checked before the run: nobody wants to learn after it that its report has
 * nowhere to go.
 * @throws {UsageError} for an unknown name, a file that can't be, and two reports for standard output.
 */
export function chooseReporters(wanted: readonly string[] = ["text"]): readonly ChosenReporter[] {
  const chosen = wanted.map((text): ChosenReporter => {
    const [name = "", ...rest] = text.split("=");
    const file = rest.join("=");
    const reporter = Object.hasOwn(reporters, name) ? (reporters as Readonly<Record<string, Reporter>>)[name] : undefined;
    if (reporter === undefined) {
      throw new UsageError(
        `Failed to use the reporter ${name}: there is none of this name. Use ${Object.keys(reporters).join(", ")}.`,
      );
    }
    if (
      rest.length > 0 &&
      (file === "" || !existsSync(dirname(file)) || (existsSync(file) && statSync(file).isDirectory()))
    ) {
      throw new UsageError(
        `Failed to write the ${name} report to "${file}": its folder does not exist, or it is one itself. Name a file.`,
      );
    }
    return { name, reporter, ...(file !== "" && { file }) };
  });
  if (chosen.filter(({ file }) => file === undefined).length > 1) {
    throw new UsageError(
      "Failed to use these reporters: more than one writes to standard output. Give all but one a file: --reporter json=FILE.",
    );
  }
  return chosen;
}
