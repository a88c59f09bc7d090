import { accessSync, constants, existsSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Action } from "../action.ts";
import { messageOf, UsageError } from "../errors.ts";
import { deviatesFrom, type KnownOutcome, matchKnown } from "../known/match-known.ts";
import { readKnown } from "../known/read-known.ts";
import { updateKnown } from "../known/update-known.ts";
import type { Case } from "../model.ts";
import type { Report, ReportedCase } from "../report/report.ts";
import type { Contract } from "../spec/contract.ts";
import { readBounded } from "../spec/read-bounded.ts";
import { laterClauses } from "../spec/since.ts";
import type { Target } from "../target/target.ts";

/** The file of `--known`: checked before the run, compared after it. */
export interface KnownFile {
  /** Brings the file up to date, where that is asked for, and compares the report with it. */
  compare(report: Report): KnownOutcome | undefined;
  /** Whether a case of this target is not as the file says; undefined where the file is not compared as it is. */
  readonly deviates: ((target: Pick<Target, "name" | "version">, result: ReportedCase) => boolean) | undefined;
}

/**
 * Opens the file of known deviations.
 * @param asOf what the run is pinned to.
 * @throws {UsageError} and {SpecError} for a file that can't be used, before anything is sent.
 */
export function openKnown(
  file: string | undefined,
  update: boolean,
  contract: Contract,
  plan: readonly Case[],
  asOf?: string,
): KnownFile {
  if (file === undefined) {
    if (update) throw new UsageError("Failed to update known deviations: no file is named. Add --known FILE.");
    return { compare: () => undefined, deviates: undefined };
  }
  if (update) mustBeWritable(file);
  const isNew = update && !existsSync(file);
  const entries = isNew ? [] : readKnown(file, contract, plan);
  const later = laterClauses(contract.clauses.values(), asOf);
  return {
    deviates: update ? undefined : (target, result) => deviatesFrom(entries, target, result, later),
    compare(report) {
      const today = report.run.startedAt.slice(0, 10);
      if (update) {
        write(
          file,
          updateKnown(isNew ? undefined : readBounded(file, "Name a file of known deviations."), report, today),
        );
        process.stderr.write(`${file} now lists how ${report.target.name} deviates; give each entry its reason.\n`);
      }
      return matchKnown(readKnown(file, contract, plan), report, today);
    },
  };
}

/** Told before the run, not after it. */
function mustBeWritable(file: string): void {
  const folder = dirname(file);
  if (!existsSync(folder))
    throw new UsageError(`Failed to update ${file}: its folder does not exist. Make it, or name another file.`);
  try {
    accessSync(existsSync(file) ? file : folder, constants.W_OK);
  } catch (cause) {
    throw new UsageError(`Failed to update ${file}: ${messageOf(cause)}. Name another file.`, { cause });
  }
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (cause) {
    throw new UsageError(`Failed to update ${file}: ${messageOf(cause)}. Name another file.`, { cause });
  }
}

/** What a file of known deviations may name: the cases of the plan, and what may be found at random beside them. */
export async function nameableCases(
  contract: Contract,
  action: Action,
  plan: readonly Case[],
): Promise<readonly Case[]> {
  const { findingCases, propertiesOf } = await import("../explore/random-case.ts");
  return [...plan, ...findingCases(contract, await propertiesOf(contract, action))];
}
