import type { BoundInput, Case, Exchange, Observation, Step } from "../../model.ts";
import { isDeletedAfter } from "../../plan/calls.ts";
import { observe } from "../../wire/observe.ts";
import { accessRefusal } from "../access-refusal.ts";
import type { Binding } from "../bind.ts";
import { driveRaw } from "../raw.ts";
import { isOurs, regionOf, type Session } from "../session.ts";
import { settle } from "../settle.ts";
import type { Made } from "./ledger.ts";

/**
 * Deletes what the steps of a case made or may have made: by name, or by the id in its answer where there is no name.
 * Runs to its end also after Ctrl-C. What is not said to be deleted stays in the session's ledger, for the sweep.
 */
export async function cleanUp(
  session: Session,
  binding: Binding,
  observations: readonly Observation[],
  planned: Pick<Case, "judgements">,
): Promise<readonly Exchange[]> {
  const { ledger } = session;
  const unstoppable: Session = { ...session, signal: new AbortController().signal, cleaning: true };
  const exchanges: Exchange[] = [];
  const done = new Set<string>();
  for (const observation of observations) {
    if (observation.step.action !== session.action.cleanup.creates || !wasSent(observation)) continue;
    ledger.asked(regionOf(session, observation.step));
    if (!mayHaveMade(observation) && !isDeletedAnyway(session, planned, observation)) continue;
    for (const thing of thingsOf(session, binding, observation)) {
      ledger.made(thing, observation.exchange.response === undefined);
      const step = deletionOf(session, thing, observation.step);
      const key = JSON.stringify([thing.region, step?.input]);
      if (step === undefined || done.has(key)) continue;
      done.add(key);
      const seen = await deleted(unstoppable, step, binding, observation);
      exchanges.push(seen.exchange);
      if (saysDeleted(seen) && !mayStillAppear(unstoppable, observation, seen)) ledger.deleted(thing);
    }
  }
  return exchanges;
}

/**
 * Says a deletion, on a target that settles late until its answer names the id: until then the thing may not have been
 * there yet, and appear a moment later.
 */
async function deleted(session: Session, step: Step, binding: Binding, made: Observation): Promise<Observation> {
  const say = async (): Promise<Observation> =>
    observe(session.contract, step, step.input as BoundInput, await driveRaw(session, step, binding));
  const seen = await settle(say, (one) => mayStillAppear(session, made, one), session);
  const refusal = session.target.account === undefined ? undefined : accessRefusal(session.contract, seen);
  if (refusal !== undefined) session.onRefusal?.(refusal);
  return seen;
}

function mayStillAppear({ settling, action }: Session, made: Observation, deletion: Observation): boolean {
  const isRefused = Math.floor((made.exchange.response?.status ?? 0) / 100) === 4;
  if (settling === undefined || isRefused || deletion.kind !== "output") return false;
  return deletion.output[action.cleanup.id] === undefined;
}

/** In an account of somebody's nothing is left to chance, and the calls are those of the plan whatever is answered. */
function isDeletedAnyway(
  { target, action }: Session,
  planned: Pick<Case, "judgements">,
  { step }: Observation,
): boolean {
  return target.account !== undefined && isDeletedAfter(action, planned, step);
}

/** Whether the answer to a deletion says that the thing is gone; also when it says that there was none. */
export function saysDeleted(seen: Observation): boolean {
  if (seen.kind === "error") return /NotFound/.test(seen.code);
  return seen.kind === "output" && seen.output["Return"] !== false;
}

function wasSent({ exchange: { trouble } }: Observation): boolean {
  return trouble?.kind !== "not-sent" && trouble?.kind !== "unreachable";
}

/** A refusal makes nothing; that it may have is found by the sweep at the end of the run. */
function mayHaveMade({ kind, exchange }: Observation): boolean {
  return kind === "output" || kind === "unreadable" || (exchange.response?.status ?? 500) >= 500;
}

/** Under every name that was sent or answered: a request may say two, and a target may keep another than it was told. */
function thingsOf(session: Session, { name: by }: Binding, observation: Observation): readonly Made[] {
  const { name, id: idField } = session.action.cleanup;
  const answered = observation.kind === "output" ? observation.output : {};
  const called = [observation.sent[name], ...wireNames(observation.exchange, name), answered[name]];
  const names = new Set(called.filter((text) => typeof text === "string").filter((text) => isOurs(session, text)));
  const id = answered[idField];
  const thing: Made = {
    region: regionOf(session, observation.step),
    by,
    ...(typeof id === "string" && id !== "" && { id }),
  };
  return names.size === 0 ? [thing] : [...names].map((text) => ({ ...thing, name: text }));
}

function wireNames({ request }: Exchange, name: string): readonly string[] {
  const form = request.method === "GET" ? new URL(request.url).search : request.body;
  return new URLSearchParams(form).getAll(name);
}

function deletionOf({ action: { cleanup } }: Session, { name, id }: Made, { elsewhere }: Step): Step | undefined {
  const input = name !== undefined ? { [cleanup.name]: name } : id !== undefined ? { [cleanup.id]: id } : undefined;
  return input && { id: "cleanup", action: cleanup.removes, input, ...(elsewhere && { elsewhere }) };
}
