import { expect, test } from "vitest";
import { allOf } from "../testing/all-of.ts";
import { mergeStreams } from "./merge-streams.ts";

test("yields all of all streams, each in its order, so many at a time", async () => {
  let running = 0;
  let most = 0;
  async function* stream(name: string): AsyncGenerator<string> {
    running++;
    most = Math.max(most, running);
    for (const number of [1, 2, 3]) {
      await Promise.resolve();
      yield `${name}${number}`;
    }
    running--;
  }
  const names = ["a", "b", "c", "d"];
  const seen = await allOf(mergeStreams(names.map(stream), 2));
  expect(seen.toSorted()).toEqual(names.flatMap((name) => [1, 2, 3].map((number) => `${name}${number}`)));
  for (const name of names)
    expect(seen.filter((one) => one.startsWith(name))).toEqual([1, 2, 3].map((number) => `${name}${number}`));
  expect(most).toBe(2);
});

test("of none there is nothing, and what one throws is thrown", async () => {
  // biome-ignore lint/correctness/useYield: it throws before it has anything to yield.
  async function* broken(): AsyncGenerator<never> {
    throw new Error("broken");
  }
  expect(await allOf(mergeStreams([], 3))).toEqual([]);
  await expect(allOf(mergeStreams([broken()], 3))).rejects.toThrow("broken");
});
