import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import semver from "semver";
import { defaultAction } from "../default-action.ts";
import { UsageError } from "../errors.ts";
import type { VerdictKind } from "../model.ts";
import { completeOptions } from "../options.ts";
import { oneLine } from "../report/escape.ts";
import { exitCodes } from "../report/exit-code.ts";
import { runConformance } from "../run.ts";
import type { Contract } from "../spec/contract.ts";
import { loadContract } from "../spec/load-contract.ts";
import { emulatorCache, releasesOf } from "../target/install-emulator.ts";
import { namedProfile, profileNames } from "../target/profile.ts";
import { firstBad, type Standing } from "./first-bad.ts";
import { onInterrupt } from "./on-interrupt.ts";

export interface BisectOptions {
  readonly clause?: string;
  readonly good: string;
  readonly bad: string;
  readonly spec?: string;
  readonly install?: boolean;
}

/** The verdicts of a version, by clause. */
type Verdicts = Readonly<Record<string, VerdictKind>>;

/**
 * `ec2-contract bisect NAME`: the release of an emulator that changed a clause, or any. What was run is kept, so that the same
 * question goes on where it was stopped.
 * @returns the exit code: 0 when it was found. @throws {UsageError} for versions between which nothing changed.
 */
export async function bisectCommand(name: string, options: BisectOptions): Promise<number> {
  const { clause, good, bad, install } = options;
  if (!profileNames().includes(name))
    throw new UsageError(
      `Failed to bisect ${name}: no emulator has this name. Name one of ${profileNames().join(", ")}.`,
    );
  const contract = loadContract(defaultAction().files, options.spec);
  if (clause !== undefined && !contract.clauses.has(clause))
    throw new UsageError(
      `Failed to bisect by ${clause}: the contract has no such clause. See "ec2-contract list clauses".`,
    );
  const interrupt = onInterrupt();
  try {
    const { signal } = interrupt;
    const may = { signal, ...(install !== undefined && { install }) };
    const versions = between(await releasesOf(namedProfile(name), may), good, bad);
    const kept = keeper(name, contract, clause);
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
    const probe = async (version: string): Promise<Standing> => {
      const verdicts = await verdictsOf(version);
      const standing = verdicts === undefined ? "untestable" : standingOf(wanted, verdicts);
      const why = verdicts === undefined ? [] : worse(wanted, verdicts);
      const list =
        why.length === 0 ? "" : `: ${why.slice(0, 8).join(" ")}${why.length > 8 ? ` and ${why.length - 8} more` : ""}`;
      process.stderr.write(`${name} ${version}: ${standing}${list}\n`);
      return standing;
    };
    if (clause !== undefined && wanted[clause] !== "pass")
      throw new UsageError(
        `Failed to bisect ${name}: ${clause} is ${wanted[clause] ?? "not judged"} in ${good}. Name a --good in which it passes.`,
      );
    if ((await probe(bad)) !== "bad")
      throw new UsageError(`Failed to bisect ${name}: ${bad} is not worse than ${good}. Name another --bad.`);
    const found = await firstBad(versions, probe);
    const changed = worse(wanted, kept.get(found.bad) ?? {});
    process.stdout.write(sentence(name, found, changed, contract));
    return exitCodes.conforms;
  } catch (cause) {
    if (!interrupt.signal.aborted || !(cause instanceof UsageError)) throw cause;
    process.stderr.write(`${cause.message}\n`);
    return exitCodes.interrupted;
  } finally {
    interrupt.dispose();
  }
}

/** The releases from one to another, both included. @throws {UsageError} where one is none, or they are the wrong way round. */
function between(releases: readonly string[], good: string, bad: string): readonly string[] {
  const order = (a: string, b: string): number =>
    semver.compare(semver.coerce(a) ?? "0.0.0", semver.coerce(b) ?? "0.0.0");
  const sorted = [...new Set([...releases, good, bad])].toSorted(order);
  const line = sorted.slice(sorted.indexOf(good), sorted.indexOf(bad) + 1);
  const missing = [good, bad].find((version) => !releases.includes(version));
  if (missing !== undefined)
    throw new UsageError(`Failed to bisect: the package index has no release ${missing}. Name one that it has.`);
  if (line.length < 2)
    throw new UsageError(`Failed to bisect: ${good} does not come before ${bad}. Name an earlier --good.`);
  process.stderr.write(`${line.length - 2} releases lie between ${good} and ${bad}.\n`);
  return line;
}

/** One release; undefined where it does not start or is not installed, with the reason on standard error. */
async function run(
  target: string,
  contract: Contract,
  clause: string | undefined,
  may: { readonly signal: AbortSignal; readonly install?: boolean },
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

/** The clauses that passed and now fail. */
function worse(before: Verdicts, after: Verdicts): readonly string[] {
  return Object.keys(before).filter((id) => before[id] === "pass" && after[id] === "fail");
}

function standingOf(before: Verdicts, after: Verdicts): Standing {
  if (worse(before, after).length > 0) return "bad";
  const passed = Object.keys(before).filter((id) => before[id] === "pass");
  return passed.every((id) => after[id] === "pass" || after[id] === "skip") ? "good" : "untestable";
}

function sentence(
  name: string,
  { good, bad, untestable }: Awaited<ReturnType<typeof firstBad>>,
  changed: readonly string[],
  contract: Contract,
): string {
  const lines = changed.map((id) => `  ${id}  ${contract.clauses.get(id)?.text ?? ""}\n`);
  const doubt =
    untestable.length === 0 ? "" : `Between them can't be told: ${untestable.join(", ")} could not be tested.\n`;
  return `${name} ${bad} is the first that fails what ${good} passes:\n${lines.join("")}${doubt}`;
}

/** What was run for one question, in the cache. */
function keeper(name: string, { sha256 }: Contract, clause: string | undefined) {
  const file = join(emulatorCache(), "..", "bisect", `${name}-${clause ?? "any"}-${sha256.slice(0, 12)}.json`);
  const kept = new Map<string, Verdicts>();
  if (existsSync(file)) {
    try {
      for (const [version, verdicts] of Object.entries(
        JSON.parse(readFileSync(file, "utf8")) as Record<string, Verdicts>,
      ))
        kept.set(version, verdicts);
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
