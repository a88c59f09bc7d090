import { existsSync } from "node:fs";
import { defaultAction } from "../../actions/actions.ts";
import { UsageError } from "../../errors.ts";
import { mustAgree, type Named } from "../../report/comparable.ts";
import { exitCodes } from "../../report/exit-code.ts";
import { buildMatrix } from "../../report/matrix/matrix.ts";
import { matrixReporters } from "../../report/matrix/matrix-reporters.ts";
import { readReport } from "../../report/read-report.ts";
import type { Report, ReportedCase } from "../../report/report.ts";
import { loadContract } from "../../spec/load-contract.ts";
import { onInterrupt } from "../on-interrupt.ts";
import { type RunTargetsOptions, runTargets } from "../run-targets.ts";
import { chooseAmong, writeReports } from "../write-reports.ts";

export interface MatrixOptions extends RunTargetsOptions {
  readonly spec?: string;
  readonly reporter?: readonly string[];
}

/** Characters of a line where no terminal says how many it has. */
const columns = 100;

/**
 * `ec2-contract matrix`. Deviations are shown, and don't gate.
 * @returns 0, or 70 for a bug of ours, 3 when something could not be observed or is left at a target, 130 after Ctrl-C.
 * @throws {UsageError} and {SpecError} for reports and targets that can't be compared.
 */
export async function matrixCommand(wanted: readonly string[], options: MatrixOptions): Promise<number> {
  const chosen = chooseAmong(matrixReporters, options.reporter);
  // Only a page shows exchanges, which are most of a report.
  const keep = (reported: ReportedCase): ReportedCase =>
    chosen.some(({ name }) => name === "html") ? reported : { ...reported, exchanges: [] };
  const read = new Map(wanted.filter(isReportFile).map((file) => [file, readReport(file, keep)]));
  const targets = wanted.filter((name) => !read.has(name));
  const contract = targets.length > 0 ? loadContract(defaultAction().files, options.spec) : undefined;
  const authority = mustCompare(
    [...read].map(([name, report]) => ({ name, report })),
    options,
    contract?.sha256,
  );
  const interrupt = onInterrupt();
  const live =
    contract && runTargets(targets, { ...options, ...(authority && { authority }) }, contract, interrupt.signal);
  const reports: Report[] = [];
  try {
    for (const name of wanted) {
      const report = read.get(name) ?? (await live?.next())?.value;
      if (report !== undefined) reports.push(report);
    }
  } finally {
    await live?.return(undefined);
    interrupt.dispose();
  }
  const [first, ...more] = reports;
  if (first !== undefined) {
    const matrix = buildMatrix([first, ...more]);
    const context = { reports, columns: process.stdout.isTTY ? process.stdout.columns : columns };
    await writeReports(chosen, (reporter, colour) => reporter(matrix, { ...context, colour }));
  }
  return interrupt.signal.aborted ? exitCodes.interrupted : exitCodeOf(reports);
}

/** Names of targets are never files; `.json` is always one, so that a missing file is told as such. */
function isReportFile(text: string): boolean {
  if (/^https?:\/\//i.test(text)) return false;
  return text.endsWith(".json") || (text.includes("/") && existsSync(text));
}

/** @returns the authority that the reports were judged by. @throws {UsageError} for what can't stand in one table. */
function mustCompare(reports: readonly Named[], options: MatrixOptions, contract: string | undefined) {
  mustAgree("compare", reports, ["contract", "authority"], "Make the reports in the same way.");
  const { reporter: _, install = true, ...running } = options;
  // The parser has a value for what nobody said.
  const [useless] = contract === undefined ? [...Object.keys(running), ...(install ? [] : ["no-install"])] : [];
  if (useless !== undefined) {
    throw new UsageError(
      `Failed to use --${useless}: only reports are compared, and nothing is run. Leave it out, or name a target.`,
    );
  }
  const [first] = reports;
  if (first === undefined) return options.authority;
  const { contract: theirs, run } = first.report;
  if (contract !== undefined && contract !== theirs.sha256) {
    throw new UsageError(
      `Failed to compare ${first.name} with targets: it was made with another contract. Name that one's directory with --spec, or make the report again.`,
    );
  }
  if (options.authority !== undefined && options.authority !== run.authority) {
    throw new UsageError(
      `Failed to compare by the authority ${options.authority}: ${first.name} was judged by ${run.authority}. Leave --authority out, or make the report again.`,
    );
  }
  return run.authority;
}

function exitCodeOf(reports: readonly Report[]): number {
  const verdicts = new Set(reports.flatMap(({ clauses }) => clauses.map(({ verdict }) => verdict)));
  if (verdicts.has("error")) return exitCodes.bug;
  const isClean = reports.every(({ run }) => run.leftovers.length === 0 && run.leftoversUnknown === undefined);
  return verdicts.has("indeterminate") || !isClean ? exitCodes.unobserved : exitCodes.conforms;
}
