import { UsageError } from "../errors.ts";

/** Milliseconds: what the timers of the engine count to; a longer time would end at once. */
export const longestTimeout = 2 ** 31 - 1;
/** More would wait for each other in the same process. */
export const mostAtATime = 1000;
/** Calls a second: at less, nobody would see a run end. */
export const slowestRate = 0.01;

/** How fast and how long, as far as it is given. */
interface Pace {
  readonly timeout?: number;
  readonly concurrency?: number;
  readonly rate?: number;
  readonly maxRequests?: number;
}

/** @throws {UsageError} naming the option whose value nobody could keep, and its limits. */
export function mustBeWithinLimits({ timeout = 1, concurrency = 1, rate = 1, maxRequests = 1 }: Pace): void {
  const limits = [
    { name: "timeout", value: timeout, least: 1, most: longestTimeout },
    { name: "concurrency", value: concurrency, least: 1, most: mostAtATime },
    { name: "rate", value: rate, least: slowestRate, most: Number.MAX_VALUE },
    { name: "maxRequests", value: maxRequests, least: 1, most: Number.MAX_VALUE },
  ];
  for (const { name, value, least, most } of limits) {
    if (value >= least && value <= most) continue;
    const what = most === Number.MAX_VALUE ? `at least ${least}` : `from ${least} to ${most}`;
    throw new UsageError(`Failed to run with ${name} ${value}: it is not ${what}. Give one that is.`);
  }
}
