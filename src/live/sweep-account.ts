import type { Action } from "../action.ts";
import type { AccessRefusal } from "../drive/access-refusal.ts";
import { noBreaker } from "../drive/breaker.ts";
import { createLedger } from "../drive/cleanup/ledger.ts";
import { wallClock } from "../drive/clock.ts";
import { createRunPrefix, ownName } from "../drive/run-prefix.ts";
import type { Session } from "../drive/session.ts";
import { settlingPauses } from "../drive/settle.ts";
import { defaultRate } from "../plan/call-plan.ts";
import type { Contract } from "../spec/contract.ts";
import type { Target } from "../target/target.ts";
import { createBudget } from "./budget.ts";
import { createGate } from "./create-gate.ts";
import { deleteKeys } from "./delete-keys.ts";
import { type ListedKey, takeInventory } from "./inventory.ts";
import type { Remembered } from "./journal.ts";
import { createPace } from "./pace.ts";

export interface SweepOptions {
  readonly action: Action;
  readonly contract: Contract;
  /** Guarded: it has an account. */
  readonly target: Target;
  readonly timeout: number;
  readonly rate?: number;
  /** Only what is at least so old, milliseconds. */
  readonly age: number;
  readonly now: Date;
  readonly journals: readonly Remembered[];
}

/** A key that a run of ours left. */
export interface Leftover extends ListedKey {
  /** When its run began; by its name, its tags, or the journal. */
  readonly at: Date;
}

export interface Sweep {
  /** What it found, Region by Region. */
  readonly found: readonly Leftover[];
  /** Why a Region could not be looked at. */
  readonly blind: readonly string[];
  /** Deletes what was found. @returns what is still there, and what stood in the way. */
  delete(): Promise<{ readonly left: readonly Leftover[]; readonly refusals: readonly AccessRefusal[] }>;
}

const rounds = 5;

/**
 * Looks for what runs of ours have left in the named Regions: by names whose whole beginning has the checked form, by our
 * tags, and by the ids that journals hold. A name that only looks like ours is nobody's business.
 */
export async function sweepAccount(options: SweepOptions): Promise<Sweep> {
  const { target } = options;
  const regions = target.account?.regions ?? [];
  const refusals = new Map<string, AccessRefusal>();
  const session = sessionOf(options, (refusal) => void refusals.set(refusal.missing, refusal));
  const look = async (): Promise<Pick<Sweep, "found" | "blind">> => {
    const all = [];
    for (const region of regions) all.push(await takeInventory(session, region));
    return {
      found: all.flatMap((one) => (one.kind === "seen" ? leftovers(options, one.keys) : [])),
      blind: all.flatMap((one) => (one.kind === "blind" ? one.why : [])),
    };
  };
  const first = await look();
  return {
    ...first,
    async delete() {
      let { found } = first;
      for (let round = 0; found.length > 0 && round < rounds; round++) {
        if (round > 0) await session.clock.sleep(settlingPauses[round] ?? 0);
        if ((await deleteKeys(session, found)) > 0) break;
        ({ found } = await look());
      }
      return { left: found, refusals: [...refusals.values()] };
    },
  };
}

function leftovers({ age, now, journals }: SweepOptions, keys: readonly ListedKey[]): readonly Leftover[] {
  const byId = new Map(
    journals.flatMap(({ ids, startedAt }) => ids.map(({ region, id }) => [`${region} ${id}`, startedAt] as const)),
  );
  return keys.flatMap((key) => {
    const at = (key.run === undefined ? undefined : ownName(key.run)?.at) ?? byId.get(`${key.region} ${key.id}`);
    return at === undefined || now.getTime() - at.getTime() < age ? [] : [{ ...key, at }];
  });
}

function sessionOf(
  { action, contract, target, timeout, rate = defaultRate, now }: SweepOptions,
  onRefusal: NonNullable<Session["onRefusal"]>,
): Session {
  const [region = ""] = target.account?.regions ?? [];
  const { gate } = createGate({
    budget: createBudget(),
    pace: createPace({ rate, patience: 500, persistent: true, clock: wallClock }),
  });
  return {
    action,
    contract,
    target,
    draws: { prefix: createRunPrefix(now), keys: {} },
    regions: [region, region],
    timeout,
    signal: new AbortController().signal,
    breaker: noBreaker,
    clock: wallClock,
    ledger: createLedger(),
    gate,
    onRefusal,
  };
}
