import { writeFile } from "node:fs/promises";
import { messageOf, UsageError } from "../errors.ts";
import type { Chosen } from "./choose-reporters.ts";
import { writeOut } from "./write-out.ts";

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
