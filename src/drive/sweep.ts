import type { Json, Step } from "../model.ts";
import { observe } from "../observe.ts";
import { driveRaw } from "./raw.ts";
import type { Session } from "./session.ts";

/** What a sweep came to: the names that could not be deleted, and how many requests it took. */
export interface Swept {
  readonly leftovers: readonly string[];
  readonly requests: number;
}

/** Finds what a run left behind in one Region (a refused request that made something nevertheless) and deletes it. */
export async function sweep(session: Session, elsewhere: boolean): Promise<Swept> {
  const { lists, items, removes, name } = session.action.cleanup;
  const unstoppable: Session = { ...session, signal: new AbortController().signal };
  const { action, contract, draws } = session;
  const binding = { action, contract, draws, name: draws.prefix, answers: new Map() };
  const region = elsewhere ? { elsewhere: true as const } : {};
  const list: Step = { id: "sweep", action: lists, input: {}, ...region };
  const seen = observe(contract, list, {}, await driveRaw(unstoppable, list, binding));
  const listed = seen.kind === "output" ? seen.output[items] : [];
  const ours = (Array.isArray(listed) ? listed : []).flatMap((item: Json) => {
    const called = (item as Record<string, Json> | null)?.[name];
    return typeof called === "string" && called.includes(draws.prefix) ? [called] : [];
  });
  const leftovers: string[] = [];
  for (const called of ours) {
    const step: Step = { id: "sweep", action: removes, input: { [name]: called }, ...region };
    const { response } = await driveRaw(unstoppable, step, binding);
    if (response?.status !== 200) leftovers.push(called);
  }
  return { leftovers, requests: 1 + ours.length };
}
