import { defaultAction } from "./actions/actions.ts";
import { mustBeWithinLimits } from "./drive/limits.ts";
import { UsageError } from "./errors.ts";
import type { RandomWish } from "./explore/random-part.ts";
import { readReplay } from "./explore/replay.ts";
import type { Drive, Layer, Level, Transport } from "./model.ts";
import type { Shard } from "./plan/select.ts";
import { deviatesBy } from "./report/exit-code.ts";
import { packageVersion } from "./report/package-version.ts";
import { defaultRegions, type RunOptions } from "./run.ts";
import type { Contract } from "./spec/contract.ts";
import { loadContract } from "./spec/load-contract.ts";
import { mustBePast } from "./spec/since.ts";
import type { Profile } from "./target/profile.ts";
import { resolveTarget, type TargetOptions } from "./target/resolve-target.ts";
import type { Replayed, Target } from "./target/target.ts";

/** How a run is asked for; all but the target have defaults. */
export interface ConformanceOptions {
  /** `mock`, the name or URL of an emulator, `replay:DIR` for a recording, or a function that answers requests. */
  readonly target?: string | Transport;
  /** What is known of the target: a profile, or the file that holds one. */
  readonly profile?: string | Profile;
  /** Start the emulator of that name, and stop it at the end. */
  readonly start?: boolean;
  /** The virtual environment in which it is installed; the `PATH` by default. */
  readonly venv?: string;
  /** False: what NAME@VERSION stands for is taken from the cache, or not at all. */
  readonly install?: boolean;
  /** Further headers of every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** A file with certificates of authorities to trust. */
  readonly cacert?: string;
  /** Globs over clauses, cases and areas. */
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  /** One of several parts of the plan; `merge` makes one report of all. */
  readonly shard?: Shard;
  readonly drives?: readonly Drive[];
  readonly authority?: Layer;
  readonly level?: Level;
  /** Clauses that came after this version of the package run and are reported, but do not gate. */
  readonly asOf?: string;
  readonly seed?: number;
  /** Random cases for each property: so many, or those of these numbers. None by default. */
  readonly runs?: number | readonly [from: number, to: number];
  /** How many requests it may take to make one random finding smaller. */
  readonly shrinkRequests?: number;
  /** One random case again, as a report names it, and nothing else. */
  readonly replay?: string;
  readonly regions?: readonly [string, string];
  readonly concurrency?: number;
  /** Milliseconds for one exchange. */
  readonly timeout?: number;
  /** Mutating calls a second; reads may be five times as many. As fast as they come by default. */
  readonly rate?: number;
  /** The most requests of any kind, cleanup included. */
  readonly maxRequests?: number;
  readonly signal?: AbortSignal;
  /** Days: a recording that is older is refused. */
  readonly maxAge?: number;
  /** Begin no further case after a failure that gates. */
  readonly bail?: boolean;
  readonly contract?: Contract;
  readonly onCase?: RunOptions["onCase"];
}

/** What a run does when nobody says otherwise: one place for the command line and the library. */
export const defaults = {
  drives: ["raw", "sdk"],
  authority: "observed",
  level: "must",
  seed: 1,
  regions: defaultRegions,
  concurrency: 8,
  timeout: 10_000,
} as const satisfies Partial<RunOptions>;

/** Requests that it may take to make one random finding smaller, when nobody says otherwise. */
const shrinkRequestsByDefault = 200;

/**
 * The options of a run with all that is not given.
 * @param opened a target that is open already, in the place of the one that is named.
 * @throws {UsageError} for a target that is none, and for a version to which nothing can be pinned. @throws {SpecError} when the contract can't be loaded.
 */
export async function completeOptions(options: ConformanceOptions, opened?: Target): Promise<RunOptions> {
  const action = defaultAction();
  const contract = options.contract ?? loadContract(action.files);
  const { only = [], skip = [], onCase, target: wanted = "mock", concurrency = defaults.concurrency } = options;
  const level = options.level ?? defaults.level;
  const { asOf } = options;
  mustBePast(asOf, contract, packageVersion());
  mustBeWithinLimits(options);
  const random = randomOf(options);
  const signal = options.signal ?? new AbortController().signal;
  const { profile, start, venv, headers, cacert, rate, maxRequests, maxAge } = options;
  const reach: TargetOptions = {
    concurrency,
    rules: action.rules(contract),
    signal,
    ...(profile !== undefined && { profile }),
    ...(start !== undefined && { start }),
    ...(venv !== undefined && { venv }),
    ...(options.install !== undefined && { install: options.install }),
    ...(headers !== undefined && { headers }),
    ...(cacert !== undefined && { cacert }),
    ...(maxAge !== undefined && { maxAge }),
  };
  const target = opened ?? (await resolveTarget(wanted, reach));
  const { replayed } = target;
  if (replayed !== undefined) refuseUnlike(target.name, options, replayed);
  return {
    contract,
    action,
    target,
    selection: { only, skip, ...(options.shard && { shard: options.shard }) },
    drives: options.drives ?? replayed?.drives ?? defaults.drives,
    authority: options.authority ?? defaults.authority,
    level,
    seed: (random?.kind === "replay" ? random.replay.seed : options.seed) ?? replayed?.seed ?? defaults.seed,
    regions: options.regions ?? replayed?.regions ?? defaults.regions,
    concurrency,
    timeout: options.timeout ?? defaults.timeout,
    signal,
    ...(rate !== undefined && { rate }),
    ...(maxRequests !== undefined && { maxRequests }),
    ...(asOf !== undefined && { asOf }),
    ...(replayed?.tier && { tier: replayed.tier }),
    ...(options.bail && { bail: deviatesBy(contract, { level, ...(asOf !== undefined && { asOf }) }) }),
    ...(random && { random }),
    ...(onCase && { onCase }),
  };
}

/** What a recording can't answer. @throws {UsageError} that names it. */
function refuseUnlike(name: string, options: ConformanceOptions, replayed: Replayed): void {
  const { runs = 0, replay, seed, drives = [], regions, rate, maxRequests } = options;
  const missing = drives.find((drive) => !replayed.drives.includes(drive));
  const [what] = [
    ...(runs !== 0 || replay !== undefined ? ["what is tried at random: only the plan is recorded"] : []),
    ...(seed !== undefined && seed !== replayed.seed
      ? [`the seed ${seed}: it was recorded with ${replayed.seed}`]
      : []),
    ...(missing === undefined ? [] : [`the drive ${missing}: it was recorded with ${replayed.drives.join(", ")}`]),
    ...(regions === undefined ? [] : [`other Regions: it was recorded in ${replayed.regions.join(", ")}`]),
    ...(rate !== undefined || maxRequests !== undefined ? ["a pace: nothing is sent"] : []),
  ];
  if (what !== undefined)
    throw new UsageError(`Failed to replay the recording of ${name} with ${what}. Leave that out.`);
}

/** What is asked for of the random part. @throws {UsageError} for runs that are none, and for no random case. */
function randomOf({
  runs = 0,
  shrinkRequests = shrinkRequestsByDefault,
  replay,
}: Pick<ConformanceOptions, "runs" | "shrinkRequests" | "replay">): RandomWish | undefined {
  if (replay !== undefined) return { kind: "replay", replay: readReplay(replay) };
  if (runs === 0) return undefined;
  const [from, to] = typeof runs === "number" ? [1, runs] : runs;
  if (from < 1 || to < from || ![from, to].every(Number.isSafeInteger))
    throw new UsageError(
      `Failed to make the runs ${from}-${to}: they are none. Count from 1, the smaller number first.`,
    );
  return { kind: "runs", from, to, shrinkRequests };
}
