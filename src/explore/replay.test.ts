import fc from "fast-check";
import { expect, test } from "vitest";
import { UsageError } from "../errors.ts";
import { readReplay, seedOf, writeReplay } from "./replay.ts";

test("a random case by its name", () => {
  expect(readReplay("7:look-alike-names/12/0:3:1")).toEqual({
    seed: 7,
    property: "look-alike-names",
    run: 12,
    path: "0:3:1",
  });
});

test.for(["", "7", "7:names", "7:names/0/0", "7:names/1/", "7:names/1/x", "-1:names/1/0", "7:/1/0", "7:names/1/0:"])(
  '"%s" is none',
  (text) => {
    expect(() => readReplay(text)).toThrow(UsageError);
  },
);

test("law: what is written is read", () => {
  const path = fc.array(fc.nat(), { minLength: 1 }).map((steps) => steps.join(":"));
  const replay = fc.record({
    seed: fc.nat(),
    property: fc.constantFrom("names", "tag-order"),
    run: fc.nat().map((n) => n + 1),
    path,
  });
  fc.assert(
    fc.property(replay, (one) => {
      expect(readReplay(writeReplay(one))).toEqual(one);
    }),
  );
});

test("each run has a seed of its own, by seed, property and number", () => {
  const seeds = [1, 2].flatMap((seed) =>
    ["names", "tags"].flatMap((property) => Array.from({ length: 500 }, (_, run) => seedOf(seed, property, run + 1))),
  );
  expect(new Set(seeds).size).toBe(seeds.length);
  expect(seeds.every((seed) => Number.isInteger(seed) && Math.abs(seed) <= 2 ** 31)).toBe(true);
  expect(seedOf(1, "names", 1)).toBe(seedOf(1, "names", 1));
});
