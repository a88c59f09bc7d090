import type { Json, Observation, Step } from "../../model.ts";
import { observe } from "../../wire/observe.ts";
import { noBreaker } from "../breaker.ts";
import { driveRaw } from "../raw.ts";
import { isOurs, type Session } from "../session.ts";
import { saysDeleted } from "./clean-up.ts";
import { calledBy, type Made } from "./ledger.ts";

/** What is left of a run at its target. `unknown`: nobody could look, and these are the names that may be left. */
export type Leftovers =
  | { readonly kind: "none" }
  | { readonly kind: "listed"; readonly names: readonly string[] }
  | { readonly kind: "unknown"; readonly names: readonly string[]; readonly why: string };

/** What a sweep may still spend on a target that does not do its part; shared by the Regions of a run. */
export interface Patience {
  /** Milliseconds before each further round. */
  readonly pauses: number[];
  /** Why nothing more is sent at all. */
  dead?: string;
}

/** The rounds that every Region gets: by name and by id in turn. */
const rounds = 2;
/** So many deletions in a row without an answer end a round: each costs the whole time limit of an exchange. */
const mostSilences = 2;

/** So many are asked for one by one. */
const mostAsked = 50;

type Look =
  | { readonly kind: "seen"; readonly found: readonly Made[] }
  | { readonly kind: "blind"; readonly why: string; readonly isSilent: boolean; readonly mayPass: boolean };
type Say = (action: string, input: Step["input"]) => Promise<Observation>;

export function freshPatience(): Patience {
  return { pauses: [250, 500, 1000] };
}

/**
 * Finds what a run left behind in one Region (a refused request that made something nevertheless) and deletes it: by
 * name, and what is listed even then by id, for a list may show another name than the target keeps. What can't be
 * looked for is deleted by what the ledger remembers. Deletions that nobody confirmed are repeated while patience lasts.
 */
export async function sweep(session: Session, region: string, patience = freshPatience()): Promise<Leftovers> {
  const say = speaker(session, region);
  for (let round = 0; ; round++) {
    const look: Look =
      patience.dead === undefined
        ? await lookFor(session, region, say)
        : { kind: "blind", why: patience.dead, isSilent: true, mayPass: false };
    const doubtful = look.kind === "seen" ? await doubtfulIn(session, region, look.found, say) : [];
    if (look.kind === "seen" && look.found.length + doubtful.length === 0) return { kind: "none" };
    const isSilent = look.kind === "blind" && look.isSilent;
    if (round >= rounds || isSilent) {
      const pause = look.kind === "blind" && !look.mayPass ? undefined : patience.pauses.shift();
      if (pause === undefined) {
        if (isSilent) patience.dead = look.why;
        return leftOf(session, region, look, doubtful);
      }
      await session.clock.sleep(pause);
    }
    if (!isSilent)
      await deleteAll(
        session,
        look.kind === "seen" ? [...look.found, ...doubtful] : session.ledger.unconfirmed(region),
        round,
        say,
      );
  }
}

async function deleteAll({ action, ledger }: Session, things: readonly Made[], round: number, say: Say): Promise<void> {
  const { removes, name: nameField, id: idField } = action.cleanup;
  let silences = 0;
  for (const thing of things) {
    const { name, id } = thing;
    const ways = [
      ...(name === undefined ? [] : [{ [nameField]: name }]),
      ...(id === undefined ? [] : [{ [idField]: id }]),
      // Targets are known that keep what has an empty name under that, whatever its id.
      ...(name === undefined && id !== undefined ? [{ [idField]: id, [nameField]: "" }] : []),
    ];
    const input = ways[round % Math.max(ways.length, 1)];
    if (input === undefined) continue;
    const seen = await say(removes, input);
    if (saysDeleted(seen)) ledger.deleted(thing);
    silences = seen.exchange.response === undefined ? silences + 1 : 0;
    if (silences >= mostSilences) return;
  }
}

async function lookFor(session: Session, region: string, say: Say): Promise<Look> {
  const seen = await say(session.action.cleanup.lists, {});
  if (seen.kind === "output") return { kind: "seen", found: ours(session, region, seen.output) };
  const { response } = seen.exchange;
  const isSilent = response === undefined;
  // The observer calls an answer that throttles none.
  const mayPass = seen.kind === "unanswered" || (response?.status ?? 0) >= 500;
  return { kind: "blind", why: seen.kind === "unanswered" ? seen.why : refusalOf(seen), isSilent, mayPass };
}

function refusalOf(seen: Observation): string {
  const said = seen.kind === "error" ? seen.code : seen.kind === "unreadable" ? seen.why : "";
  return `the listing was answered with ${seen.exchange.response?.status} ${said}`;
}

/**
 * What no deletion confirmed, and the listing does not show: it may omit it, so each is asked for by what it is called.
 * Only a target that says that there is no such thing is believed.
 */
async function doubtfulIn(
  { action, ledger }: Session,
  region: string,
  found: readonly Made[],
  say: Say,
): Promise<readonly Made[]> {
  const { lists, name: nameField, id: idField } = action.cleanup;
  const shown = new Set(found.flatMap(({ name, id }) => [name, id]));
  const isShown = ({ name, id }: Made): boolean =>
    (name !== undefined && shown.has(name)) || (id !== undefined && shown.has(id));
  const doubtful = ledger.unconfirmed(region).filter((thing) => !isShown(thing));
  let silences = 0;
  for (const thing of doubtful.slice(0, mostAsked)) {
    const { name, id } = thing;
    if ((name === undefined && id === undefined) || silences >= mostSilences) continue;
    const seen = await say(lists, name === undefined ? { [`${idField}s`]: [id ?? ""] } : { [`${nameField}s`]: [name] });
    if (seen.kind === "error" && saysDeleted(seen)) ledger.deleted(thing);
    silences = seen.exchange.response === undefined ? silences + 1 : 0;
  }
  // What was made without a name, and answered without an id, is found by the listing or not at all.
  return ledger
    .unconfirmed(region)
    .filter((thing) => !isShown(thing) && (thing.name !== undefined || thing.id !== undefined));
}

function leftOf({ ledger }: Session, region: string, look: Look, doubtful: readonly Made[]): Leftovers {
  if (look.kind === "seen" && doubtful.length === 0) return { kind: "listed", names: look.found.map(calledBy) };
  if (look.kind === "seen")
    return {
      kind: "unknown",
      names: [...look.found, ...doubtful].map(calledBy),
      why: `in ${region}: the listing does not show what no deletion confirmed`,
    };
  return { kind: "unknown", names: ledger.all(region).map(calledBy), why: `in ${region}: ${look.why}` };
}

/** What is listed under a name or an id of this run; things without a name are its own where it made some. */
function ours(session: Session, region: string, output: Readonly<Record<string, Json>>): readonly Made[] {
  const { items, name: nameField, id: idField } = session.action.cleanup;
  const made = session.ledger.all(region);
  const ids = new Set(made.flatMap(({ id }) => id ?? []));
  const untold = made.filter(({ name, id }) => name === undefined && id === undefined);
  const listed = output[items];
  return (Array.isArray(listed) ? listed : []).flatMap((item: Json): readonly Made[] => {
    const members = (item ?? {}) as Readonly<Record<string, Json>>;
    const name = textOf(members[nameField]);
    const id = textOf(members[idField]);
    const thing: Made = { region, by: "sweep", ...(name !== undefined && { name }), ...(id !== undefined && { id }) };
    if ((name !== undefined && isOurs(session, name)) || (id !== undefined && ids.has(id))) return [thing];
    // It may be somebody else's: told, and not deleted.
    return name === undefined ? untold : [];
  });
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** Says what a sweep says, also after Ctrl-C, and also to a target that was given up. */
function speaker(session: Session, region: string): Say {
  const { action, contract, draws } = session;
  const signal = new AbortController().signal;
  const unstoppable: Session = { ...session, regions: [region, region], signal, breaker: noBreaker, cleaning: true };
  const binding = { action, contract, draws, name: draws.prefix, answers: new Map() };
  return async (said, input) => {
    const step: Step = { id: "sweep", action: said, input };
    return observe(contract, step, {}, await driveRaw(unstoppable, step, binding));
  };
}
