import { expect, test } from "vitest";
import { quickClock } from "../testing/quick-clock.ts";
import { type Clock, wallClock } from "./clock.ts";

const clocks: readonly { readonly given: string; readonly clock: Clock; readonly times: readonly [number, number] }[] =
  [
    { given: "on the wall", clock: wallClock, times: [20, 60] },
    { given: "of tests", clock: quickClock, times: [2_000, 6_000] },
  ];

test.for(clocks)("law: by the clock $given, who sleeps shorter wakes first, and time has passed", async (one) => {
  const { clock, times } = one;
  const began = clock.now();
  const woken: number[] = [];
  await Promise.all(times.toReversed().map((time) => clock.sleep(time).then(() => woken.push(time))));
  expect(woken).toEqual(times);
  expect(clock.now()).toBeGreaterThan(began);
});

test.for(clocks)("law: by the clock $given, a stop ends the sleep, and is no error", async ({ clock }) => {
  const stop = new AbortController();
  const sleeping = clock.sleep(2 ** 31 - 1, stop.signal);
  stop.abort();
  await expect(sleeping).resolves.toBeUndefined();
});
