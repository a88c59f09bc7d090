import { existsSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { UsageError } from "../errors.ts";
import { matchKnown } from "../known/match-known.ts";
import { readKnown } from "../known/read-known.ts";
import { updateKnown } from "../known/update-known.ts";
import type { Layer, Level } from "../model.ts";
import { completeOptions, defaultAction } from "../options.ts";
import { plan } from "../plan/plan.ts";
import { exitCodeOf } from "../report/exit-code.ts";
import { exitCodes } from "../report/exit-code-values.ts";
import type { ReporterContext } from "../report/reporter.ts";
import { runConformance } from "../run.ts";
import { loadContract } from "../spec/load-contract.ts";
import { type ChosenReporter, chooseReporters } from "./choose-reporters.ts";
import { onInterrupt } from "./on-interrupt.ts";
import { createProgress } from "./progress.ts";
import { venvOf } from "./venv-of.ts";
import { writeOut } from "./write-out.ts";

export interface TestOptions {
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly drive: "raw" | "sdk" | "both";
  readonly level: Level;
  readonly seed: number;
  readonly region: string;
  readonly spec?: string;
  readonly authority: Layer;
  readonly known?: string;
  readonly updateKnown?: boolean;
  readonly concurrency: number;
  readonly timeout: number;
  readonly bail?: boolean;
  readonly start?: boolean;
  readonly venv?: string;
  readonly profile?: string;
  readonly header?: readonly string[];
  readonly cacert?: string;
  readonly reporter?: readonly string[];
}

/** `ec2-contract test`. @returns the exit code. @throws {UsageError} and {SpecError} before anything is sent. */
export async function testCommand(wanted: string, options: TestOptions): Promise<number> {
  const action = defaultAction();
  const chosen = chooseReporters(options.reporter);
  const contract = loadContract(action.files, options.spec);
  const { known: knownFile } = options;
  if (options.updateKnown && knownFile === undefined) {
    throw new UsageError("Failed to update known deviations: no file is named. Add --known FILE.");
  }
  const isNew = options.updateKnown && knownFile !== undefined && !existsSync(knownFile);
  const cases = plan(contract, action, options.seed);
  const known = knownFile === undefined || isNew ? undefined : readKnown(knownFile, contract, cases);
  const regions = regionsOf(options.region);
  const interrupt = onInterrupt();
  const progress = createProgress();
  const { only, skip, drive, authority, level, seed, concurrency, timeout, bail, start, profile, cacert } = options;
  const headers = headersOf(options.header ?? []);
  const venv = venvOf(options.venv);
  const run = await completeOptions({
    target: wanted,
    contract,
    drives: drive === "both" ? ["raw", "sdk"] : [drive],
    signal: interrupt.signal,
    onCase: progress.onCase,
    regions,
    authority,
    level,
    seed,
    concurrency,
    timeout,
    ...(only && { only }),
    ...(skip && { skip }),
    ...(bail && { bail }),
    ...(start && { start }),
    ...(venv !== undefined && { venv }),
    ...(profile !== undefined && { profile }),
    ...(cacert !== undefined && { cacert }),
    headers,
  }).catch((cause: unknown) => {
    interrupt.dispose();
    throw cause;
  });
  try {
    const report = await runConformance(run);
    progress.stop();
    const today = report.run.startedAt.slice(0, 10);
    if (options.updateKnown && knownFile !== undefined) {
      const before = isNew ? undefined : readFileSync(knownFile, "utf8");
      await writeFile(knownFile, updateKnown(before, report, today));
      process.stderr.write(`${knownFile} now lists how ${report.target.name} deviates; give each entry its reason.\n`);
    }
    const listed = options.updateKnown && knownFile !== undefined ? readKnown(knownFile, contract, cases) : known;
    const outcome = listed === undefined ? undefined : matchKnown(listed, report, today);
    await writeReports(chosen, report, { contract, ...(outcome && { known: outcome }) });
    if (interrupt.signal.aborted) return exitCodes.interrupted;
    return exitCodeOf(report, outcome);
  } finally {
    progress.stop();
    interrupt.dispose();
    await run.target.close();
  }
}

async function writeReports(
  chosen: readonly ChosenReporter[],
  report: Parameters<ChosenReporter["reporter"]>[0],
  context: Omit<ReporterContext, "colour">,
): Promise<void> {
  for (const { reporter, file, name } of chosen) {
    const text = reporter(report, { ...context, colour: file === undefined && process.stdout.hasColors?.() === true });
    if (file === undefined) await writeOut(text);
    else {
      await writeFile(file, text);
      process.stderr.write(`The ${name} report is in ${file}.\n`);
    }
  }
}

function headersOf(texts: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    texts.map((text) => {
      const [name = "", ...value] = text.split("=");
      if (!/^[\w-]+$/.test(name) || value.length === 0) {
        throw new UsageError(`Failed to use --header ${name}: it is no header. Write it as NAME=VALUE.`);
      }
      return [name.toLowerCase(), value.join("=")];
    }),
  );
}

function regionsOf(text: string): readonly [string, string] {
  const [first, second = first === "us-west-2" ? "us-east-1" : "us-west-2", ...more] = text.split(",");
  const isRegion = (name: string | undefined): name is string => name !== undefined && /^[a-z0-9-]+$/.test(name);
  if (!isRegion(first) || !isRegion(second) || more.length > 0 || first === second) {
    throw new UsageError(
      `Failed to use --region ${text}: it names no one or two different Regions. Write it as us-east-1 or us-east-1,us-west-2.`,
    );
  }
  return [first, second];
}
