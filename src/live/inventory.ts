import { type AccessRefusal, accessRefusal } from "../drive/access-refusal.ts";
import { driveRaw } from "../drive/raw.ts";
import { ownName } from "../drive/run-prefix.ts";
import type { Session } from "../drive/session.ts";
import type { Exchange, Json, Step } from "../model.ts";
import type { InventoryProof } from "../report/report.ts";
import { observe } from "../wire/observe.ts";
import { runTag } from "./run-tags.ts";

/** A key that a Region has. Of those of others nothing leaves this process. */
export interface ListedKey {
  readonly region: string;
  readonly name?: string;
  readonly id?: string;
  /** The prefix of the run that made it, by its name or its tags; absent for a key of somebody else. */
  readonly run?: string;
  /** All that the listing says of it, to be compared. */
  readonly all: string;
}

export type Inventory =
  | { readonly kind: "seen"; readonly exchange: Exchange; readonly keys: readonly ListedKey[] }
  | { readonly kind: "blind"; readonly exchange: Exchange; readonly why: string; readonly refusal?: AccessRefusal };

/** Lists all keys of a Region; also after a stop, on what was kept back for it. */
export async function takeInventory(session: Session, region: string): Promise<Inventory> {
  const { action, contract, draws, target } = session;
  // The listing of others is looked at, and never kept: it stays whole here.
  const { account: _, ...whole } = target;
  const own: Session = {
    ...session,
    target: whole,
    regions: [region, region],
    signal: new AbortController().signal,
    cleaning: true,
  };
  const binding = { action, contract, draws, name: draws.prefix, answers: new Map() };
  const step: Step = { id: "inventory", action: action.cleanup.lists, input: {} };
  const exchange = await driveRaw(own, step, binding);
  const seen = observe(contract, step, {}, exchange);
  if (seen.kind === "output") {
    const listed = seen.output[action.cleanup.items];
    return {
      kind: "seen",
      exchange,
      keys: (Array.isArray(listed) ? listed : []).map((item) => keyOf(item, session, region)),
    };
  }
  const refusal = accessRefusal(contract, seen);
  const said = seen.kind === "error" ? seen.code : seen.why;
  return {
    kind: "blind",
    exchange,
    why: `the keys of ${region} could not be listed: ${refusal === undefined ? said : `${refusal.code}: ${refusal.missing}`}`,
    ...(refusal && { refusal }),
  };
}

function keyOf(item: Json, { action: { cleanup } }: Session, region: string): ListedKey {
  const members = (item ?? {}) as Readonly<Record<string, Json>>;
  const [name, id] = [members[cleanup.name], members[cleanup.id]];
  const run = (typeof name === "string" ? ownName(name)?.prefix : undefined) ?? runOfTags(members["Tags"]);
  return {
    region,
    ...(typeof name === "string" && { name }),
    ...(typeof id === "string" && id !== "" && { id }),
    ...(run !== undefined && { run }),
    all: JSON.stringify(item),
  };
}

function runOfTags(tags: Json | undefined): string | undefined {
  for (const tag of Array.isArray(tags) ? (tags as readonly Json[]) : []) {
    const { Key, Value } = (tag ?? {}) as Readonly<Record<string, Json>>;
    const own = Key === runTag && typeof Value === "string" ? ownName(Value) : undefined;
    if (own !== undefined) return own.prefix;
  }
  return undefined;
}

/** The keys of a Region before and after a run. */
export function compareInventories(
  region: string,
  before: readonly ListedKey[],
  after: readonly ListedKey[],
  isOwn: (key: ListedKey) => boolean,
): InventoryProof {
  const others = (keys: readonly ListedKey[]): ReadonlyMap<string, string> =>
    new Map(keys.filter((key) => !isOwn(key)).map((key) => [key.id ?? key.name ?? key.all, key.all]));
  const [then, now] = [others(before), others(after)];
  const kept = [...then].filter(([key]) => now.has(key));
  return {
    region,
    before: then.size,
    after: now.size,
    appeared: now.size - kept.length,
    vanished: then.size - kept.length,
    changed: kept.filter(([key, all]) => now.get(key) !== all).length,
    left: after.filter(isOwn).length,
  };
}
