import { type AccessRefusal, accessRefusal } from "../drive/access-refusal.ts";
import type { Hold } from "../drive/gate.ts";
import { driveRaw } from "../drive/raw.ts";
import type { Session } from "../drive/session.ts";
import type { Exchange, Step, Tier } from "../model.ts";
import type { InventoryProof } from "../report/report.ts";
import { observe } from "../wire/observe.ts";
import { deleteKeys } from "./delete-keys.ts";
import { compareInventories, type Inventory, type ListedKey, takeInventory } from "./inventory.ts";
import type { Journal, Remembered } from "./journal.ts";

/** A run in somebody's account, between what was there before and what is there after. */
export interface AccountRun {
  /** The first listing: whether anybody answers. */
  readonly firstContact: Exchange;
  /** Why nothing must be made: nobody can list the keys, or delete one. */
  readonly forbidden: string | undefined;
  /** Keys that earlier runs had left, deleted before this one began. */
  readonly swept: number;
  /** Deletes what is left of the run, and compares. Never rejects for the target's sake. */
  finish(): Promise<Closing>;
}

export interface Closing {
  readonly left: readonly string[];
  /** Why it is not known what is left. */
  readonly unknown?: string;
  readonly inventory: readonly InventoryProof[];
}

interface Parts {
  readonly session: Session;
  /** What the inventory at the end takes. */
  readonly hold: Hold;
  readonly regions: readonly string[];
  readonly tier: Tier;
  readonly journal: Journal;
  /** Of runs that ended without their cleanup, in this account. */
  readonly remembered: readonly Remembered[];
}

/** Milliseconds between the looks at the end, while something of ours is still listed or may still appear. */
const pauses = [500, 1000, 2000, 3000, 4000];

/** Takes the inventory of the named Regions, deletes what earlier runs left, and makes sure that keys can be deleted. */
export async function beginAccountRun({
  session,
  hold,
  regions,
  tier,
  journal,
  remembered,
}: Parts): Promise<AccountRun> {
  const before = new Map<string, Inventory>();
  for (const region of regions) before.set(region, await takeInventory(session, region));
  const [first] = before.values();
  if (first === undefined) throw new Error("no Region was named");
  const blind = [...before.values()].find((one) => one.kind === "blind");
  if (blind?.refusal) session.onRefusal?.(blind.refusal);
  const stale = blind === undefined ? staleKeys([...before.values()].flatMap(keysOf), remembered) : [];
  await deleteKeys(session, stale);
  const refusal = blind === undefined && tier !== "read-only" ? await mayNotDelete(session) : undefined;
  if (refusal !== undefined) session.onRefusal?.(refusal);
  return {
    firstContact: first.exchange,
    forbidden: blind?.why ?? (refusal && `${refusal.code}: ${refusal.missing}, so nothing is made`),
    swept: stale.length,
    finish: () => finish({ ...session, hold }, before, new Set(stale.map(identity)), journal),
  };
}

/** Keys of runs whose journal is still there, and whose process is not. */
function staleKeys(keys: readonly ListedKey[], remembered: readonly Remembered[]): readonly ListedKey[] {
  const runs = new Set(remembered.map(({ prefix }) => prefix));
  const ids = new Set(remembered.flatMap((one) => one.ids.map(({ region, id }) => `${region} ${id}`)));
  return keys.filter(({ run, region, id }) => (run !== undefined && runs.has(run)) || ids.has(`${region} ${id}`));
}

/** Asks, in a dry run, whether a key could be deleted: what can't be deleted is not made. */
async function mayNotDelete(session: Session): Promise<AccessRefusal | undefined> {
  const { action, contract, draws } = session;
  const { removes, name } = action.cleanup;
  const step: Step = { id: "preflight", action: removes, input: { [name]: "{name}", DryRun: true } };
  const binding = { action, contract, draws, name: `${draws.prefix}-preflight`, answers: new Map() };
  return accessRefusal(contract, observe(contract, step, {}, await driveRaw(session, step, binding)));
}

async function finish(
  session: Session,
  before: ReadonlyMap<string, Inventory>,
  gone: ReadonlySet<string>,
  journal: Journal,
): Promise<Closing> {
  const proofs: InventoryProof[] = [];
  const [left, unknown]: [string[], string[]] = [[], []];
  for (const [region, then] of before) {
    const now = await untilClean(session, region);
    if (now.kind === "blind" || then.kind === "blind") {
      if (now.kind === "blind") unknown.push(now.why);
      continue;
    }
    const isOwn = ownKeys(session, region);
    const others = then.keys.filter((key) => !gone.has(identity(key)));
    proofs.push(compareInventories(region, others, now.keys, isOwn));
    left.push(...now.keys.filter(isOwn).map((key) => key.name ?? key.id ?? "(nameless)"));
  }
  if (left.length === 0 && unknown.length === 0) journal.forget();
  journal.close();
  return { left, inventory: proofs, ...(unknown.length > 0 && { unknown: unknown.join("; ") }) };
}

/** Lists, deletes what is ours, and lists again, until nothing of ours is there and nothing can still appear. */
async function untilClean(session: Session, region: string): Promise<Inventory> {
  const isOwn = ownKeys(session, region);
  for (const pause of [...pauses, undefined]) {
    const now = await takeInventory(session, region);
    const mayAppear = session.settling !== undefined && session.ledger.unconfirmed(region).length > 0;
    const found = now.kind === "seen" ? now.keys.filter(isOwn) : [];
    if (pause === undefined || now.kind === "blind" || (found.length === 0 && !mayAppear)) return now;
    const refusals = await deleteKeys(session, found);
    if (refusals > 0) return now;
    await session.clock.sleep(pause);
  }
  throw new Error("the last look returns");
}

function ownKeys({ draws, ledger }: Session, region: string): (key: ListedKey) => boolean {
  const ids = new Set(ledger.all(region).flatMap(({ id }) => id ?? []));
  return ({ run, id }) => run === draws.prefix || (id !== undefined && ids.has(id));
}

function keysOf(inventory: Inventory): readonly ListedKey[] {
  return inventory.kind === "seen" ? inventory.keys : [];
}

function identity({ region, id, name }: ListedKey): string {
  return JSON.stringify([region, id ?? name]);
}
