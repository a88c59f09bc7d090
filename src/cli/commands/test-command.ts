import { defaultAction } from "../../actions/actions.ts";
import { calledBy, createLedger } from "../../drive/cleanup/ledger.ts";
import { UsageError } from "../../errors.ts";
import type { KnownOutcome } from "../../known/match-known.ts";
import type { Layer, Level, Tier } from "../../model.ts";
import { type ConformanceOptions, completeOptions, defaults } from "../../options.ts";
import { plan } from "../../plan/plan.ts";
import { createRecorder } from "../../recordings/create-recorder.ts";
import { namedManifest } from "../../recordings/read-recording.ts";
import type { Manifest } from "../../recordings/recording.ts";
import { openRecordingFolder } from "../../recordings/write-recording.ts";
import { exitCodeOf, exitCodes } from "../../report/exit-code.ts";
import { leftoversNotice } from "../../report/leftovers.ts";
import { packageVersion } from "../../report/package-version.ts";
import { stoppedNotice } from "../../report/random-results.ts";
import type { Report } from "../../report/report.ts";
import { type RunOptions, runConformance } from "../../run.ts";
import { loadContract } from "../../spec/load-contract.ts";
import { mustBePast } from "../../spec/since.ts";
import { emitFile, emitTests } from "../emit-tests.ts";
import { keepHeapSmall } from "../keep-heap-small.ts";
import { nameableCases, openKnown } from "../known-file.ts";
import { onInterrupt } from "../on-interrupt.ts";
import { openAws, refuseAwsOptions } from "../open-aws.ts";
import { failedCases, headersOf, namesVersion, regionsOf, shardOf, venvOf } from "../option-values.ts";
import { printPlan } from "../print-plan.ts";
import { createProgress } from "../progress.ts";
import { chooseReporters, writeReports } from "../write-reports.ts";

export interface TestOptions {
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly failed?: string;
  readonly shard?: string;
  readonly drive?: "raw" | "sdk" | "both";
  readonly level: Level;
  readonly asOf?: string;
  readonly emit?: string;
  readonly seed?: number;
  readonly runs?: ConformanceOptions["runs"];
  readonly shrinkRequests: number;
  readonly replay?: string;
  readonly region?: string;
  readonly spec?: string;
  readonly authority: Layer;
  readonly known?: string;
  readonly updateKnown?: boolean;
  readonly concurrency: number;
  readonly timeout: number;
  readonly bail?: boolean;
  readonly start?: boolean;
  readonly venv?: string;
  readonly install?: boolean;
  readonly profile?: string;
  readonly header?: readonly string[];
  readonly cacert?: string;
  readonly reporter?: readonly string[];
  readonly rate?: number;
  readonly maxRequests?: number;
  readonly account?: string;
  readonly endpoint?: string;
  readonly tier?: Tier;
  readonly plan?: boolean;
  readonly record?: string;
  readonly maxAge?: number;
}

/** What is made of a report before it is written, with the target still there. */
export type Afterwards = (report: Report, run: RunOptions, known: KnownOutcome | undefined) => Promise<Report>;

/**
 * `ec2-contract test`, and what `nightly` does beyond it.
 * @returns the exit code.
 * @throws {UsageError} and {SpecError} before anything is sent.
 */
export async function testCommand(wanted: string, options: TestOptions, afterwards?: Afterwards): Promise<number> {
  keepHeapSmall();
  const action = defaultAction();
  const chosen = chooseReporters(options.reporter);
  const tests = emitFile(options.emit, wanted);
  const contract = loadContract(action.files, options.spec);
  mustBePast(options.asOf, contract, packageVersion());
  const recorded = namedManifest(wanted);
  const seed = options.seed ?? recorded?.seed ?? defaults.seed;
  const cases = plan(contract, action, seed);
  const nameable = options.known === undefined ? cases : await nameableCases(contract, action, cases);
  const known = openKnown(options.known, options.updateKnown === true, contract, nameable, options.asOf);
  const isAws = wanted === "aws";
  const { tier = "smoke" } = options;
  if (!isAws) refuseAwsOptions(wanted, { ...options });
  if (isAws && options.start) throw new UsageError("Failed to start aws: it runs already. Leave --start out.");
  if (options.plan) {
    const { only = [], skip = [], drives = defaults.drives } = settings(wanted, options);
    printPlan({ ...options, seed, contract, drives, tier, selection: { only, skip } });
    return exitCodes.conforms;
  }
  if (recorded !== undefined && recorded.contract.sha256 !== contract.sha256)
    process.stderr.write("The contract is not that of the recording: what it asks for anew is not recorded.\n");
  const record = options.record === undefined ? undefined : beginRecording(options.record, recorded, options);
  const ledger = createLedger();
  const interrupt = onInterrupt(() => ledger.pending().map(calledBy));
  const progress = createProgress();
  try {
    const aws = isAws ? await openAws(options, headersOf(options.header ?? [])) : undefined;
    const completed = await completeOptions(
      { ...settings(wanted, options), target: wanted, contract, signal: interrupt.signal, onCase: progress.onCase },
      aws,
    );
    const [first = "", second = first] = aws?.account?.regions ?? [];
    const account = aws === undefined ? {} : { tier, regions: [first, second] as const };
    const run = { ...completed, ledger, ...account };
    try {
      const { deviates } = known;
      const first = await runConformance({
        ...run,
        ...(record && { tape: record.recorder, keys: record.folder.keys }),
        // Known deviations say what gates, in place of the levels.
        ...(options.bail && deviates && { bail: (result) => deviates(run.target, result) }),
      });
      progress.stop();
      const outcome = known.compare(first);
      const report = (await afterwards?.(first, run, outcome)) ?? first;
      process.stderr.write(leftoversNotice(report.run) + stoppedNotice(report));
      await writeReports(chosen, (reporter, colour) =>
        reporter(report, { contract, colour, ...(outcome && { known: outcome }) }),
      );
      if (record !== undefined) {
        record.folder.write(record.recorder, report, run.target);
        process.stderr.write(`The recording is in ${options.record}.\n`);
      }
      if (tests !== undefined) await emitTests(tests, report, contract);
      return interrupt.signal.aborted ? exitCodes.interrupted : exitCodeOf(report, outcome);
    } finally {
      await run.target.close();
    }
  } catch (cause) {
    if (!interrupt.signal.aborted || !(cause instanceof UsageError)) throw cause;
    // Stopped before there was anything to report.
    process.stderr.write(`${cause.message}\n`);
    return exitCodes.interrupted;
  } finally {
    progress.stop();
    interrupt.dispose();
  }
}

/** @throws {UsageError} for a folder that can't take it, and with what is not recorded. */
function beginRecording(dir: string, recorded: Manifest | undefined, { runs = 0, replay }: TestOptions) {
  if (recorded !== undefined)
    throw new UsageError(`Failed to record a replay into ${dir}: it is a recording already. Copy its folder.`);
  if (runs !== 0 || replay !== undefined)
    throw new UsageError(
      `Failed to record into ${dir} what is tried at random: a recording holds the plan only. Leave --runs and --replay out, or --record.`,
    );
  return { folder: openRecordingFolder(dir), recorder: createRecorder() };
}

/** The command line's words as the library's options. */
function settings(wanted: string, options: TestOptions) {
  const { only, skip, failed, drive, authority, level, seed, concurrency, timeout, bail, start, profile, cacert } =
    options;
  const { runs, shrinkRequests, replay, rate, maxRequests, maxAge, asOf } = options;
  const selected = failed === undefined ? only : [...(only ?? []), ...failedCases(failed)];
  const venv = namesVersion(wanted) ? options.venv : venvOf(options.venv);
  return {
    headers: headersOf(options.header ?? []),
    authority,
    level,
    concurrency,
    timeout,
    shrinkRequests,
    ...(drive !== undefined && { drives: drive === "both" ? (["raw", "sdk"] as const) : [drive] }),
    ...(options.region !== undefined && { regions: regionsOf(options.region) }),
    ...(seed !== undefined && { seed }),
    ...(maxAge !== undefined && { maxAge }),
    ...(asOf !== undefined && { asOf }),
    ...(runs !== undefined && { runs }),
    ...(replay !== undefined && { replay }),
    ...(selected && { only: selected }),
    ...(skip && { skip }),
    ...(options.shard !== undefined && { shard: shardOf(options.shard) }),
    ...(bail && { bail }),
    ...(start && { start }),
    ...(venv !== undefined && { venv }),
    ...(options.install !== undefined && { install: options.install }),
    ...(profile !== undefined && { profile }),
    ...(cacert !== undefined && { cacert }),
    ...(rate !== undefined && { rate }),
    ...(maxRequests !== undefined && { maxRequests }),
  };
}
