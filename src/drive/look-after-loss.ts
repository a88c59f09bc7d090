import type { Action } from "../action.ts";
import type { Exchange, Observation, Step } from "../model.ts";
import type { Contract } from "../spec/contract.ts";
import { observe } from "../wire/observe.ts";
import type { Binding } from "./bind.ts";
import { driveRaw } from "./raw.ts";
import type { Session } from "./session.ts";
import { settle } from "./settle.ts";

/** What a look after a lost answer saw. */
export interface Look {
  readonly found: boolean | "unknown";
  readonly exchange: Exchange;
}

/**
 * Looks whether a request whose answer was lost made its thing: by a filter on the name that it sent, which finds nothing
 * without an error. On a target that settles late, nothing is believed only after a while.
 */
export async function lookAfterLoss(session: Session, binding: Binding, lost: Observation): Promise<Look | undefined> {
  const { cleanup } = session.action;
  const name = lost.sent[cleanup.name];
  if (typeof name !== "string" || name === "") return undefined;
  const step: Step = {
    ...lookStep(session.action),
    input: { Filters: [{ Name: "key-name", Values: [name] }] },
    ...(lost.step.elsewhere && { elsewhere: true }),
  };
  const look = async (): Promise<Observation> =>
    observe(session.contract, step, {}, await driveRaw(session, step, binding));
  const seen = await settle(look, (one) => isListed(one, cleanup.items) === false, session);
  return { found: isListed(seen, cleanup.items) ?? "unknown", exchange: seen.exchange };
}

function lookStep({ cleanup }: Action): Step {
  return { id: lookId, action: cleanup.lists, input: {} };
}

/** The step of the exchanges that are looks. */
export const lookId = "look";

/** What a look that was kept saw. */
export function foundBy(contract: Contract, action: Action, exchange: Exchange): Look["found"] {
  return isListed(observe(contract, lookStep(action), {}, exchange), action.cleanup.items) ?? "unknown";
}

/** What a lost answer is told as, once it was looked after. */
export function lostWords(why: string, found: Look["found"]): string {
  return `${why}; ${told[`${found}`]}`;
}

const told = {
  true: "a look afterwards found what it made",
  false: "a look afterwards found nothing",
  unknown: "a look afterwards was not answered either",
} as const;

function isListed(seen: Observation, items: string): boolean | undefined {
  if (seen.kind !== "output") return undefined;
  const listed = seen.output[items];
  return Array.isArray(listed) && listed.length > 0;
}
