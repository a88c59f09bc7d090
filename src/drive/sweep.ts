import type { Json, Step } from "../model.ts";
import { observe } from "../observe.ts";
import { driveRaw } from "./raw.ts";
import type { Session } from "./session.ts";

interface Found {
  readonly called: string;
  readonly id: Json | undefined;
}

/**
 * Finds what a run left behind in one Region (a refused request that made something nevertheless) and deletes it: by
 * name, and what is listed even then by id, for a list may show another name than the target keeps.
 * @returns the names that could not be deleted.
 */
export async function sweep(session: Session, elsewhere: boolean): Promise<readonly string[]> {
  const { lists, removes, name, id: idField } = session.action.cleanup;
  const region = elsewhere ? { elsewhere: true as const } : {};
  const unstoppable: Session = { ...session, signal: new AbortController().signal, cleaning: true };
  const { action, contract, draws } = session;
  const binding = { action, contract, draws, name: draws.prefix, answers: new Map() };
  const say = (step: Omit<Step, "id">) => driveRaw(unstoppable, { id: "sweep", ...step, ...region }, binding);
  const find = async (): Promise<readonly Found[]> => {
    const list: Step = { id: "sweep", action: lists, input: {}, ...region };
    const seen = observe(contract, list, {}, await say(list));
    return seen.kind === "output" ? ours(session, seen.output) : [];
  };
  const found = await find();
  for (const { called } of found) await say({ action: removes, input: { [name]: called } });
  const stubborn = found.length === 0 ? [] : await find();
  for (const { id } of stubborn) if (typeof id === "string") await say({ action: removes, input: { [idField]: id } });
  const left = stubborn.length === 0 ? [] : await find();
  return left.map(({ called }) => called);
}

function ours({ action, draws }: Session, output: Readonly<Record<string, Json>>): readonly Found[] {
  const { items, name, id } = action.cleanup;
  const listed = output[items];
  return (Array.isArray(listed) ? listed : []).flatMap((item: Json) => {
    const members = (item ?? {}) as Readonly<Record<string, Json>>;
    const called = members[name];
    return typeof called === "string" && called.includes(draws.prefix) ? [{ called, id: members[id] }] : [];
  });
}
