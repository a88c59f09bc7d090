import type { Action, Draws } from "../action.ts";
import type { Principal } from "../model.ts";
import type { Contract } from "../spec/contract.ts";
import type { Credentials, Target } from "../target/target.ts";
import type { Breaker } from "./breaker.ts";

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
