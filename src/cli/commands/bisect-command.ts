import { createHash } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { defaultAction } from "../../actions/actions.ts";
import { UsageError } from "../../errors.ts";
import { firstBad, type Standing } from "../../history/first-bad.ts";
import { between, type Change, changes, standingOf, type Verdicts } from "../../history/version-changes.ts";
import { verdictKinds } from "../../model.ts";
import { type ConformanceOptions, completeOptions } from "../../options.ts";
import { oneLine } from "../../report/escape.ts";
import { exitCodes } from "../../report/exit-code.ts";
import { runConformance } from "../../run.ts";
import type { Contract } from "../../spec/contract.ts";
import { loadContract } from "../../spec/load-contract.ts";
import { readBounded } from "../../spec/read-bounded.ts";
import { tellStart } from "../../target/emulator/emulator-target.ts";
import { emulatorCache, releasesOf } from "../../target/emulator/install-emulator.ts";
import { pythonRecipe } from "../../target/emulator/start-recipe.ts";
import { namedProfile, type Profile, profileNames, readProfile } from "../../target/profile.ts";
import { onInterrupt } from "../on-interrupt.ts";

export interface BisectOptions {
  readonly clause?: string;
  readonly good: string;
  readonly bad: string;
  readonly spec?: string;
  readonly install?: boolean;
  readonly profile?: string;
  readonly start?: boolean;
}

/**
 * `ec2-contract bisect NAME`: the release of an emulator that changed a clause, or any. What was run is kept, so that the same
 * question goes on where it was stopped.
 * @returns the exit code: 0 when it was found. @throws {UsageError} for versions between which nothing changed.
 */
export async function bisectCommand(name: string, options: BisectOptions): Promise<number> {
  const { clause, good, bad, install } = options;
  const profile = bisectable(name, options);
  const contract = loadContract(defaultAction().files, options.spec);
  if (clause !== undefined && !contract.clauses.has(clause))
    throw new UsageError(
      `Failed to bisect by ${clause}: the contract has no such clause. See "ec2-contract list clauses".`,
    );
  const interrupt = onInterrupt();
  try {
    const { signal } = interrupt;
    const own = options.profile === undefined ? {} : { profile, start: true };
    const may = { signal, ...own, ...(install !== undefined && { install }) };
    const versions = between(await releasesOf(profile, may), good, bad);
    process.stderr.write(`${versions.length - 2} releases lie between ${good} and ${bad}.\n`);
    const kept = keeper(options.profile === undefined ? name : `${name}-${digestOf(profile)}`, contract, clause);
    const verdictsOf = async (version: string): Promise<Verdicts | undefined> => {
      const known = kept.get(version);
      const verdicts = known ?? (await run(`${name}@${version}`, contract, clause, may));
      if (signal.aborted) throw new UsageError("Failed to go on: stopped. What was run is kept; say the same again.");
      if (known === undefined && verdicts !== undefined) kept.put(version, verdicts);
      return verdicts;
    };
    const wanted = await verdictsOf(good);
    if (wanted === undefined)
      throw new UsageError(`Failed to bisect ${name}: ${good} can't be run. Name another --good.`);
    const last = await verdictsOf(bad);
    if (last === undefined) throw new UsageError(`Failed to bisect ${name}: ${bad} can't be run. Name another --bad.`);
    const changed = changes(wanted, last, clause);
    if (changed.length === 0)
      throw new UsageError(
        clause === undefined
          ? `Failed to bisect ${name}: nothing that passes in ${good} fails in ${bad}. Name other versions.`
          : `Failed to bisect ${name}: ${clause} is ${wanted[clause]} in ${good} and ${last[clause]} in ${bad}. Name versions between which it changed.`,
      );
    const probe = async (version: string): Promise<Standing> => {
      const verdicts = await verdictsOf(version);
      const standing = verdicts === undefined ? "untestable" : standingOf(verdicts, changed);
      process.stderr.write(`${name} ${version}: ${standing}\n`);
      return standing;
    };
    const found = await firstBad(versions, probe);
    const here = changes(wanted, kept.get(found.bad) ?? {}, clause);
    process.stdout.write(sentence(name, found, here, contract));
    return exitCodes.conforms;
  } catch (cause) {
    if (!interrupt.signal.aborted || !(cause instanceof UsageError)) throw cause;
    process.stderr.write(`${cause.message}\n`);
    return exitCodes.interrupted;
  } finally {
    interrupt.dispose();
  }
}

/** @throws {UsageError} for a name that nobody has, what has no releases, and a profile of the caller's without `--start`. */
function bisectable(name: string, { profile: file, start = false }: BisectOptions): Profile {
  const own = file === undefined ? undefined : readProfile(file);
  const names = own === undefined ? profileNames() : [own.name];
  if (!names.includes(name))
    throw new UsageError(`Failed to bisect ${name}: no emulator has this name. Name one of ${names.join(", ")}.`);
  if (own === undefined && start)
    throw new UsageError(`Failed to use --start with ${name}: its releases are started anyway. Leave --start out.`);
  const profile = own ?? namedProfile(name);
  if (pythonRecipe(profile) === undefined)
    throw new UsageError(
      `Failed to bisect ${name}: its profile starts no package of PyPI, and nothing else has a list of releases to install. Start one release after another yourself, test its URL, and compare the reports with "ec2-contract diff".`,
    );
  if (own !== undefined) tellStart(own, true, { start });
  return profile;
}

/** One release; undefined where it does not start or is not installed, with the reason on standard error. */
async function run(
  target: string,
  contract: Contract,
  clause: string | undefined,
  may: Pick<ConformanceOptions, "signal" | "install" | "profile" | "start">,
): Promise<Verdicts | undefined> {
  try {
    const only = clause === undefined ? {} : { only: [clause] };
    const options = await completeOptions({ target, contract, concurrency: 1, ...only, ...may });
    try {
      const { clauses } = await runConformance(options);
      return Object.fromEntries(clauses.map(({ id, verdict }) => [id, verdict]));
    } finally {
      await options.target.close();
    }
  } catch (cause) {
    if (!(cause instanceof UsageError)) throw cause;
    process.stderr.write(`${oneLine(cause.message, 400)}\n`);
    return undefined;
  }
}

function sentence(
  name: string,
  { good, bad, untestable }: Awaited<ReturnType<typeof firstBad>>,
  changed: readonly Change[],
  contract: Contract,
): string {
  const lines = changed.map(
    ({ clause, before, after }) =>
      `  ${clause}  ${before}, now ${after}: ${contract.clauses.get(clause)?.text ?? ""}\n`,
  );
  const doubt =
    untestable.length === 0 ? "" : `Between them can't be told: ${untestable.join(", ")} could not be tested.\n`;
  return `${name} ${bad} is the first that differs from ${good}:\n${lines.join("")}${doubt}`;
}

/** Two profiles of one name are two emulators. */
function digestOf(profile: Profile): string {
  return createHash("sha256").update(JSON.stringify(profile)).digest("hex").slice(0, 12);
}

/** @throws {Error} for what this program did not write. */
function readKept(file: string): Readonly<Record<string, Verdicts>> {
  const read: unknown = JSON.parse(readBounded(file, ""));
  const isRecord = (value: unknown): value is object => typeof value === "object" && value !== null;
  const isVerdict = (value: unknown): boolean => verdictKinds.some((kind) => kind === value);
  const isKept =
    isRecord(read) && Object.values(read).every((one) => isRecord(one) && Object.values(one).every(isVerdict));
  if (!isKept) throw new Error("it holds no verdicts");
  return read as Readonly<Record<string, Verdicts>>;
}

/** What was run for one question, in the cache. */
function keeper(name: string, { sha256 }: Contract, clause: string | undefined) {
  const file = join(emulatorCache(), "..", "bisect", `${name}-${clause ?? "any"}-${sha256.slice(0, 12)}.json`);
  const kept = new Map<string, Verdicts>();
  if (existsSync(file)) {
    try {
      for (const [version, verdicts] of Object.entries(readKept(file))) kept.set(version, verdicts);
    } catch {
      process.stderr.write(`What was run before is not read, as ${file} is broken; it is run again.\n`);
    }
  }
  return {
    get: (version: string) => kept.get(version),
    put(version: string, verdicts: Verdicts) {
      kept.set(version, verdicts);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(Object.fromEntries(kept)));
    },
  };
}
