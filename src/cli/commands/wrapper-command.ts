import { defaultAction } from "../../actions/actions.ts";
import { UsageError } from "../../errors.ts";
import type { Level } from "../../model.ts";
import { exitCodeOf, exitCodes } from "../../report/exit-code.ts";
import { loadContract } from "../../spec/load-contract.ts";
import { commandWrapper, mustBeProgram } from "../../wrapper/command-wrapper.ts";
import { runWrapper } from "../../wrapper/conform-wrapper.ts";
import { loadScenarios, scenarioCases } from "../../wrapper/load-scenarios.ts";
import { readPolicy } from "../../wrapper/policy.ts";
import { recordedLines } from "../../wrapper/recorded-lines.ts";
import { openKnown } from "../known-file.ts";
import { onInterrupt } from "../on-interrupt.ts";
import { createProgress } from "../progress.ts";
import { chooseReporters, writeReports } from "../write-reports.ts";

export interface WrapperCommandOptions {
  readonly policy?: string;
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly level: Level;
  readonly asOf?: string;
  readonly spec?: string;
  readonly known?: string;
  readonly updateKnown?: boolean;
  readonly concurrency: number;
  readonly timeout: number;
  readonly reporter?: readonly string[];
}

/** `ec2-contract wrapper`. @returns the exit code. @throws {UsageError} and {SpecError} before anything is run. */
export async function wrapperCommand(command: readonly string[], options: WrapperCommandOptions): Promise<number> {
  if (command.length === 0) throw new UsageError('Failed to run a wrapper: no command is given. Put it behind "--".');
  mustBeProgram(command[0] ?? "");
  const action = defaultAction();
  const chosen = chooseReporters(options.reporter);
  const contract = loadScenarios(loadContract(action.files, options.spec), options.spec);
  const { name, version, lacks, policy } = options.policy === undefined ? { policy: {} } : readPolicy(options.policy);
  const known = openKnown(options.known, options.updateKnown === true, contract, scenarioCases(contract), options.asOf);
  const interrupt = onInterrupt();
  const progress = createProgress();
  const { only, skip, level, asOf, concurrency, timeout } = options;
  try {
    const report = await runWrapper(
      {
        name: name ?? (command[0] || "wrapper"),
        importKeyPair: commandWrapper(command),
        policy,
        level,
        concurrency,
        timeout,
        signal: interrupt.signal,
        onCase: progress.onCase,
        ...(asOf !== undefined && { asOf }),
        ...(version !== undefined && { version }),
        ...(lacks && { lacks }),
        ...(only && { only }),
        ...(skip && { skip }),
      },
      action,
      contract,
    );
    progress.stop();
    const outcome = known.compare(report);
    await writeReports(chosen, (reporter, colour) =>
      reporter(report, { contract, colour, ...(outcome && { known: outcome }) }),
    );
    process.stderr.write(recordedLines(report));
    return interrupt.signal.aborted ? exitCodes.interrupted : exitCodeOf(report, outcome);
  } finally {
    progress.stop();
    interrupt.dispose();
  }
}
