import { expect, test } from "vitest";
import { compareQuotes } from "../../scripts/compare-quotes.ts";
import { readEvidence } from "../../scripts/read-evidence.ts";
import { contract } from "./contract.ts";

const { literal, wrong } = compareQuotes(contract.sources, readEvidence());

test("what is quoted stands in the excerpt of its page, literally", () => {
  expect(wrong).toEqual([]);
  expect(literal.length).toBeGreaterThan(100);
});
