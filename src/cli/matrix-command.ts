import { UsageError } from "../errors.ts";
import type { Layer } from "../model.ts";
import { defaultAction } from "../options.ts";
import { mustAgree, type Named } from "../report/comparable.ts";
import { exitCodes } from "../report/exit-code-values.ts";
import { buildMatrix } from "../report/matrix/build-matrix.ts";
import { matrixReporters } from "../report/matrix/matrix-reporters.ts";
import { readReport } from "../report/read-report.ts";
import type { Report } from "../report/report.ts";
import { loadContract } from "../spec/load-contract.ts";
import { chooseAmong } from "./choose-reporters.ts";
import { isReportFile } from "./is-report-file.ts";
import { onInterrupt } from "./on-interrupt.ts";
import { openRuns } from "./open-runs.ts";
import { writeReports } from "./write-reports.ts";

export interface MatrixOptions {
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly drive?: "raw" | "sdk" | "both";
  readonly authority?: Layer;
  readonly timeout?: number;
  readonly concurrency?: number;
  readonly spec?: string;
  readonly start?: boolean;
  readonly venv?: string;
  readonly reporter?: readonly string[];
}

/**
 * `ec2-contract matrix`. Targets run one after another. Deviations are shown, and don't gate.
 * @returns 0, or 70 for a bug of ours, 3 when something could not be observed, 130 after Ctrl-C.
 * @throws {UsageError} and {SpecError} before anything is sent.
 */
export async function matrixCommand(wanted: readonly string[], options: MatrixOptions): Promise<number> {
  const chosen = chooseAmong(matrixReporters, options.reporter);
  const read = new Map<string, Report>(wanted.filter(isReportFile).map((file) => [file, readReport(file)]));
  const targets = wanted.filter((name) => !read.has(name));
  mustBeOfUse(targets, options);
  const contract = loadContract(defaultAction().files, options.spec);
  const reports = [...read].map(([name, report]): Named => ({ name, report }));
  mustAgree("compare", reports, ["contract", "authority"], "Make both reports in the same way.");
  const [first] = reports;
  if (first !== undefined && targets.length > 0 && first.report.contract.sha256 !== contract.sha256) {
    throw new UsageError(
      `Failed to compare ${first.name} and ${targets[0]}: the report was made with another contract. Name its directory with --spec, or make the report again.`,
    );
  }
  const authority = options.authority ?? first?.report.run.authority ?? "observed";
  if (first !== undefined && authority !== first.report.run.authority) {
    throw new UsageError(
      `Failed to compare by the authority ${authority}: ${first.name} was judged by ${first.report.run.authority}. Leave --authority out, or make the report again.`,
    );
  }
  const interrupt = onInterrupt();
  try {
    const run = await openRuns(targets, { ...options, authority }, contract, interrupt.signal);
    const all: Report[] = [];
    for (const name of wanted) {
      const report = read.get(name) ?? (interrupt.signal.aborted ? undefined : await run.next());
      if (report !== undefined) all.push(report);
    }
    await run.close();
    const [one, ...more] = all;
    if (one === undefined) return exitCodes.interrupted;
    const matrix = buildMatrix([one, ...more]);
    const columns = process.stdout.isTTY ? process.stdout.columns : 100;
    await writeReports(chosen, (reporter, colour) => reporter(matrix, { reports: all, colour, columns }));
    return interrupt.signal.aborted ? exitCodes.interrupted : exitCodeOf(all);
  } finally {
    interrupt.dispose();
  }
}
