import { setTimeout as wait } from "node:timers/promises";
import { longestTimeout } from "./limits.ts";

/** How a run waits, and by what it counts: in tests of what would take long, time passes more quickly. */
export interface Clock {
  /** Milliseconds since some moment. */
  now(): number;
  /** Ends early, and never rejects, when the signal is aborted. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export const wallClock: Clock = {
  now: () => performance.now(),
  async sleep(milliseconds, signal) {
    await wait(Math.min(milliseconds, longestTimeout), undefined, signal && { signal }).catch(() => undefined); // Ctrl-C ends the wait
  },
};
