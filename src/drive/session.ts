import type { Action, Draws } from "../action.ts";
import type { Case, Exchange, Principal, Step } from "../model.ts";
import type { Contract } from "../spec/contract.ts";
import type { Credentials, Place, Target } from "../target/target.ts";
import type { AccessRefusal } from "./access-refusal.ts";
import type { Breaker } from "./breaker.ts";
import type { Ledger } from "./cleanup/ledger.ts";
import type { Clock } from "./clock.ts";
import { type Gate, type Hold, openGate } from "./gate.ts";

/** What a drive needs to say a step: fixed for a run. */
export interface Session {
  readonly action: Action;
  readonly contract: Contract;
  readonly target: Target;
  readonly draws: Draws;
  /** The run's Region and a second one. */
  readonly regions: readonly [string, string];
  /** Milliseconds for one exchange, body included. */
  readonly timeout: number;
  /** Aborted by Ctrl-C: nothing new is sent but the cleanup. */
  readonly signal: AbortSignal;
  readonly breaker: Breaker;
  readonly clock: Clock;
  /** In front of every request. */
  readonly gate: Gate;
  /** What the case that is being driven keeps back of the run's requests. */
  readonly hold?: Hold;
  /** Pauses before the repeats of reads and deletions, milliseconds; absent where an answer is final. */
  readonly settling?: readonly number[];
  /** Told of refusals that say something about the credentials and nothing about the contract. */
  readonly onRefusal?: (refusal: AccessRefusal) => void;
  /** It deletes what was made. */
  readonly cleaning?: true;
  /** Told of each exchange that may be judged, free of secrets; for recordings. */
  readonly tape?: Tape;
  /** What the run made so far. */
  readonly ledger: Ledger;
}

/** Keeps what a run was answered. */
export interface Tape {
  note(planned: Case, exchange: Exchange): void;
}

/** More than any run tries; so that no recording can hold a run up. */
const mostTries = 100;

/** The session of one place of the run: where a recording is replayed, only the answers of that place are given. */
export function placedAt(session: Session, place: Place): Session {
  const { target } = session;
  if (target.replayed === undefined) return session;
  const { transport, hasMore } = target.replayed.at(place);
  const gate: Gate = { ...openGate, throttled: async (tries) => tries < mostTries && hasMore() };
  return { ...session, gate, target: { ...target, transport } };
}

/** The Region in which a step is said. */
export function regionOf({ regions }: Session, { elsewhere }: Pick<Step, "elsewhere">): string {
  return elsewhere ? regions[1] : regions[0];
}

/** Whether a name is of this run, however a target spells it. */
export function isOurs({ draws }: Session, name: string): boolean {
  return name.toLowerCase().includes(draws.prefix.toLowerCase());
}

/** Candidates for a Region that the run does not use otherwise. */
const asides = ["eu-west-1", "eu-central-1", "ap-northeast-1"] as const;

/**
 * The session of cases that make things without a name: alone in a Region, as such a thing is known to break whatever
 * else is asked there. A target that has one Region only keeps them in it, and so does an account, where nothing goes to
 * a Region that nobody named.
 */
export function asideOf(session: Session): Session {
  const { lacks, account } = session.target;
  if (lacks.regions !== undefined || account !== undefined) return session;
  const [first] = session.regions;
  const aside = asides.find((region) => !session.regions.includes(region)) ?? first;
  return { ...session, regions: [aside, first] };
}

/**
 * The credentials of a principal, or undefined for an unsigned request. Poor ones are derived from the run's own.
 * @throws {Error} when the target has no such principal: cases that need it declare the capability.
 */
export function credentialsOf(target: Target, principal: Principal): Credentials | undefined {
  if (principal === "anonymous") return undefined;
  const own = target.credentials.run;
  if (own === undefined) throw new Error(`the target ${target.name} has no credentials`);
  const given = target.credentials[principal];
  if (given !== undefined) return given;
  if (principal === "wrong-secret") return { ...own, secretAccessKey: [...own.secretAccessKey].reverse().join("") };
  const { sessionToken: _, ...lasting } = own;
  if (principal === "unknown-key") return { ...lasting, accessKeyId: [...own.accessKeyId].reverse().join("") };
  throw new Error(`the target ${target.name} has no credentials for the principal ${principal}`);
}
