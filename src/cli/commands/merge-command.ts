import { defaultAction } from "../../actions/actions.ts";
import { withCauses } from "../../diagnose/with-causes.ts";
import { matchKnown } from "../../known/match-known.ts";
import { readKnown } from "../../known/read-known.ts";
import type { Case, Level } from "../../model.ts";
import { plan } from "../../plan/plan.ts";
import { mustAgree } from "../../report/comparable.ts";
import { exitCodeOf } from "../../report/exit-code.ts";
import { mergeReports } from "../../report/merge-reports.ts";
import { packageVersion } from "../../report/package-version.ts";
import { readReport } from "../../report/read-report.ts";
import type { Report } from "../../report/report.ts";
import type { Contract } from "../../spec/contract.ts";
import { loadContract } from "../../spec/load-contract.ts";
import { mustBePast } from "../../spec/since.ts";
import { loadScenarios, scenarioCases } from "../../wrapper/load-scenarios.ts";
import { nameableCases } from "../known-file.ts";
import { chooseReporters, writeReports } from "../write-reports.ts";

export interface MergeOptions {
  readonly reporter?: readonly string[];
  readonly level?: Level;
  readonly asOf?: string;
  readonly known?: string;
  readonly spec?: string;
}

/**
 * `ec2-contract merge`. @returns the exit code that `test` would have had.
 * @throws {UsageError} for what is no report, and for reports that don't belong together.
 */
export async function mergeCommand(files: readonly string[], options: MergeOptions): Promise<number> {
  const chosen = chooseReporters(options.reporter);
  const named = files.map((name) => ({ name, report: readReport(name) }));
  const { level = named[0]?.report.run.level ?? "must" } = options;
  if (options.level === undefined) mustAgree("merge", named, ["level"], "Say with --level which one gates.");
  if (options.asOf === undefined) mustAgree("merge", named, ["asOf"], "Say with --as-of which one counts.");
  const { contract, cases } = judgedBy(named[0]?.report, options.spec);
  const merged = mergeReports(
    named,
    cases.map(({ id }) => id),
  );
  const { asOf } = options;
  mustBePast(asOf, contract, packageVersion());
  const judged = { ...merged, run: { ...merged.run, level, ...(asOf !== undefined && { asOf }) } };
  // A single report is shown as it is, with the causes that were found then.
  const report = files.length === 1 ? judged : await withCauses(contract, defaultAction(), judged);
  if (report.contract.sha256 !== contract.sha256) {
    process.stderr.write(
      "The contract has changed since this report was made: sources are shown as today's has them. --spec DIR names another one.\n",
    );
  }
  const ofWrapper = report.run.drives.includes("wrapper");
  const nameable =
    options.known === undefined || ofWrapper ? cases : await nameableCases(contract, defaultAction(), cases);
  const entries = options.known === undefined ? undefined : readKnown(options.known, contract, nameable);
  const known = entries && matchKnown(entries, report, report.run.startedAt.slice(0, 10));
  await writeReports(chosen, (reporter, colour) => reporter(report, { contract, colour, ...(known && { known }) }));
  return exitCodeOf(report, known);
}

/** By what a report was made: reports on wrappers have rules and scenarios beside the clauses. */
function judgedBy(
  report: Report | undefined,
  spec: string | undefined,
): { readonly contract: Contract; readonly cases: readonly Case[] } {
  const action = defaultAction();
  const contract = loadContract(action.files, spec);
  if (!report?.run.drives.includes("wrapper")) return { contract, cases: plan(contract, action, report?.run.seed) };
  const scenarios = loadScenarios(contract, spec);
  return { contract: scenarios, cases: scenarioCases(scenarios) };
}
