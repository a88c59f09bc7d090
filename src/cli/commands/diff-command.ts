import { diffReporters } from "../../report/diff/diff-reporters.ts";
import { diffReports } from "../../report/diff/diff-reports.ts";
import { exitCodes } from "../../report/exit-code.ts";
import { readReport } from "../../report/read-report.ts";
import type { Report } from "../../report/report.ts";
import { chooseAmong, writeReports } from "../write-reports.ts";

/**
 * `ec2-contract diff`. @returns 1 when a clause of any level that passed now fails, else 0.
 * @throws {UsageError} for what is no report.
 */
export async function diffCommand(
  oldFile: string,
  newFile: string,
  options: { readonly reporter?: readonly string[] },
): Promise<number> {
  const chosen = chooseAmong(diffReporters, options.reporter);
  const difference = diffReports(readVerdicts(oldFile), readVerdicts(newFile));
  await writeReports(chosen, (reporter, colour) => reporter(difference, { colour }));
  return difference.regressions.length > 0 ? exitCodes.deviates : exitCodes.conforms;
}

/** The exchanges are most of a report, and no difference shows them. */
function readVerdicts(file: string): Report {
  return readReport(file, (reported) => ({ ...reported, exchanges: [] }));
}
