import type { Action, Draws } from "../action.ts";
import type { Principal, Step } from "../model.ts";
import type { Contract } from "../spec/contract.ts";
import type { Credentials, Target } from "../target/target.ts";
import type { Breaker } from "./breaker.ts";
import type { Ledger } from "./ledger.ts";

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
  /** What the run made so far. */
  readonly ledger: Ledger;
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
 * else is asked there. A target that has one Region only keeps them in it.
 */
export function asideOf(session: Session): Session {
  if (session.target.lacks.regions !== undefined) return session;
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
  if (principal === "unknown-key") return { ...own, accessKeyId: [...own.accessKeyId].reverse().join("") };
  throw new Error(`the target ${target.name} has no credentials for the principal ${principal}`);
}
