import { UsageError } from "../errors.ts";
import { readReport } from "../report/read-report.ts";

/** The ids of the cases that were red in a JSON report. @throws {UsageError} when it is none, or none was red. */
export function failedCases(file: string): readonly string[] {
  const { cases } = readReport(file);
  const red = cases.filter(({ verdicts }) => verdicts.some(({ verdict }) => verdict === "fail" || verdict === "error"));
  if (red.length === 0)
    throw new UsageError(`Failed to select from ${file}: no case was red in it. Leave --failed out.`);
  return red.map(({ id }) => id);
}
