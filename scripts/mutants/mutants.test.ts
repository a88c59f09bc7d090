import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { mutants } from "./mutants.ts";

const source = (file: string): string => readFileSync(new URL(`../../src/${file}`, import.meta.url), "utf8");

test.for(mutants)("$file still has what is mutated, once: $find", ({ file, find, replace }) => {
  expect(source(file).split(find)).toHaveLength(2);
  expect(replace).not.toBe(find);
});

test("the engine is covered", () => {
  expect(mutants.length).toBeGreaterThanOrEqual(25);
  expect(new Set(mutants.map(({ file }) => file)).size).toBeGreaterThanOrEqual(12);
});
