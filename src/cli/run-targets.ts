import type { Drive, Layer } from "../model.ts";
import { completeOptions } from "../options.ts";
import { leftoversNotice } from "../report/leftovers.ts";
import type { Report } from "../report/report.ts";
import { type RunOptions, runConformance } from "../run.ts";
import type { Contract } from "../spec/contract.ts";
import { namesVersion, venvOf } from "./option-values.ts";
import { createProgress } from "./progress.ts";

export interface RunTargetsOptions {
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly drive?: "raw" | "sdk" | "both";
  readonly authority?: Layer;
  readonly timeout?: number;
  readonly concurrency?: number;
  readonly start?: boolean;
  readonly venv?: string;
  readonly install?: boolean;
}

/**
 * Runs the same plan against targets, one after another, and yields their reports. What needs no start is looked at
 * before anything is sent; what is started is stopped before the next one is.
 * @throws {UsageError} for a target that is none.
 */
export async function* runTargets(
  names: readonly string[],
  options: RunTargetsOptions,
  contract: Contract,
  signal: AbortSignal,
): AsyncGenerator<Report, undefined> {
  const starts = (name: string): boolean =>
    namesVersion(name) || (options.start === true && name !== "mock" && !/^(https?|replay):/i.test(name));
  const opened: (RunOptions | undefined)[] = [];
  try {
    for (const name of names)
      opened.push(starts(name) ? undefined : await open(name, false, options, contract, signal));
    for (const [index, name] of names.entries()) {
      if (signal.aborted) return;
      const run = opened[index] ?? (await open(name, true, options, contract, signal));
      opened[index] = run;
      yield await runWithProgress(run);
      opened[index] = undefined;
      await run.target.close();
    }
  } finally {
    for (const run of opened) await run?.target.close();
  }
}

function open(name: string, start: boolean, options: RunTargetsOptions, contract: Contract, signal: AbortSignal) {
  const { only, skip, drive, authority, timeout, concurrency } = options;
  const venv = namesVersion(name) ? options.venv : venvOf(options.venv);
  return completeOptions({
    target: name,
    contract,
    signal,
    ...(start && { start }),
    ...(venv !== undefined && { venv }),
    ...(options.install !== undefined && { install: options.install }),
    ...(drive !== undefined && drive !== "both" && { drives: [drive] satisfies Drive[] }),
    ...(only && { only }),
    ...(skip && { skip }),
    ...(authority && { authority }),
    ...(timeout !== undefined && { timeout }),
    ...(concurrency !== undefined && { concurrency }),
  });
}

async function runWithProgress(run: RunOptions): Promise<Report> {
  const progress = createProgress();
  try {
    const report = await runConformance({ ...run, onCase: progress.onCase });
    progress.stop();
    process.stderr.write(leftoversNotice(report.run));
    return report;
  } finally {
    progress.stop();
  }
}
