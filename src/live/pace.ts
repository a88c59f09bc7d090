import type { Clock } from "../drive/clock.ts";
import { readsPerMutation, resends } from "../plan/call-plan.ts";

export interface PaceOptions {
  /** Mutating calls a second; undefined: as fast as they come. */
  readonly rate?: number;
  /** Milliseconds before the first resend; each further one waits twice as long, up to thirty times that. */
  readonly patience: number;
  /** Never gives up on what is to be deleted. */
  readonly persistent?: boolean;
  readonly clock: Clock;
}

/** Whose turn it is: a bucket of tokens for mutating calls, another one for reads, and what "not now" does to them. */
export interface Pace {
  /** Waits for a token. */
  turn(mutating: boolean, signal: AbortSignal): Promise<void>;
  /** An answer that is one: the pace recovers slowly. */
  recover(): void;
  /** An answer "not now": everything gets slower, and this call waits. Whether to send it again. */
  throttled(tries: number, signal: AbortSignal): Promise<boolean>;
  /** Why nothing new should be sent: the target says "not now" to everything. */
  readonly hopeless: string | undefined;
}

/** So many calls in a row that were throttled to the last. */
const patienceWithStarving = 3;
const slowest = 16;
const longestWait = 30;

export function createPace({ rate, patience, persistent = false, clock }: PaceOptions): Pace {
  let slowness = 1;
  let starved = 0;
  const next = { mutating: 0, reading: 0 };
  return {
    async turn(mutating, signal) {
      if (rate === undefined) return;
      const kind = mutating ? "mutating" : "reading";
      const interval = (1000 / (mutating ? rate : rate * readsPerMutation)) * slowness;
      const at = Math.max(clock.now(), next[kind]);
      next[kind] = at + interval;
      if (at > clock.now()) await clock.sleep(at - clock.now(), signal);
    },
    recover() {
      starved = 0;
      slowness = Math.max(1, slowness * 0.9);
    },
    async throttled(tries, signal) {
      slowness = Math.min(slowest, slowness * 2);
      if (!persistent && starved >= patienceWithStarving) return false;
      if (tries > resends) {
        starved++;
        return false;
      }
      await clock.sleep(patience * Math.min(longestWait, 2 ** (tries - 1)), signal);
      return true;
    },
    get hopeless() {
      return starved >= patienceWithStarving ? "the target throttles everything" : undefined;
    },
  };
}
