import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { messageOf, UsageError } from "../../errors.ts";
import { replayScheme } from "../../recordings/recording.ts";
import { type Red, redOf, withDrift } from "../../report/drift.ts";
import { issueOf } from "../../report/issues/drift-issue.ts";
import { readReport } from "../../report/read-report.ts";
import type { Report } from "../../report/report.ts";
import { type RunOptions, runConformance } from "../../run.ts";
import type { Contract } from "../../spec/contract.ts";

import { type TestOptions, testCommand } from "./test-command.ts";

export interface NightlyOptions extends TestOptions {
  /** Where the texts of issues are written. */
  readonly issues?: string;
  /** A JSON report of the last run in which nothing had drifted. */
  readonly green?: string;
}

/**
 * `ec2-contract nightly`: a test whose red clauses are asked again, so that what is red once only wakes nobody.
 * @returns the exit code: 1 for what was red twice, 0 where all that was red was green again.
 * @throws {UsageError} and {SpecError} before anything is sent.
 */
export async function nightlyCommand(wanted: string, options: NightlyOptions): Promise<number> {
  if (wanted.startsWith(replayScheme))
    throw new UsageError(
      `Failed to ask ${wanted} twice: a recording answers the same again. Name a target, or use "ec2-contract test".`,
    );
  const green = options.green === undefined ? undefined : readReport(options.green);
  if (options.issues !== undefined) makeFolder(options.issues);
  let night: { readonly report: Report; readonly contract: Contract } | undefined;
  const code = await testCommand(wanted, options, async (first, run, known) => {
    const red = redOf(first, known);
    const second = red.length === 0 ? undefined : await again(run, red, first);
    const report = withDrift(first, red, second);
    night = { report, contract: run.contract };
    return report;
  });
  // Once the reports are written: no folder that can't take them costs a night.
  if (options.issues !== undefined && night !== undefined)
    writeIssues(options.issues, night.report, night.contract, green);
  return code;
}

/** The red cases once more; undefined, with the reason on standard error, where that can't be. */
async function again(run: RunOptions, red: readonly Red[], first: Report): Promise<Report | undefined> {
  const { bail: _bail, random: _random, onCase: _onCase, maxRequests, ...rest } = run;
  if (run.signal.aborted) return undefined;
  const left = maxRequests === undefined ? undefined : maxRequests - first.run.requests;
  if (left !== undefined && left < 1) {
    process.stderr.write(`Nothing is left of --max-requests ${maxRequests} to ask again. Raise it.\n`);
    return undefined;
  }
  const only = [...new Set(red.flatMap(({ cases }) => cases))];
  const clauses = red.length === 1 ? "1 red clause" : `${red.length} red clauses`;
  process.stderr.write(
    `Asking ${clauses} again, in ${only.length === 1 ? "1 case" : `${only.length} cases`}, on fresh keys.\n`,
  );
  try {
    return await runConformance({
      ...rest,
      selection: { only, skip: run.selection.skip },
      ...(run.tier !== undefined && { tier: "full" }),
      ...(left !== undefined && { maxRequests: left }),
    });
  } catch (cause) {
    if (!(cause instanceof UsageError)) throw cause;
    process.stderr.write(`${cause.message}\n`);
    return undefined;
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new UsageError(`Failed to use --issues ${folder}: ${messageOf(cause)}. Name another folder.`, { cause });
  }
}

function writeIssues(folder: string, report: Report, contract: Contract, green: Report | undefined): void {
  try {
    for (const drift of (report.drift ?? []).filter(({ kind }) => kind === "drift"))
      writeFileSync(join(folder, `${drift.clause}.md`), issueOf(report, drift, contract, green));
  } catch (cause) {
    throw new UsageError(`Failed to write to ${folder}: ${messageOf(cause)}. Name another --issues.`, { cause });
  }
}
