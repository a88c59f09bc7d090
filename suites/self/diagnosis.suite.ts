import fc from "fast-check";
import { expect, test } from "vitest";
import { foundIn, setsOfThree } from "../../scripts/fault-sets.ts";
import { runFaults } from "../../scripts/measure-kills.ts";
import { diagnostics } from "../../src/actions/import-key-pair/diagnostics.ts";
import { faults } from "../../src/actions/import-key-pair/faults/faults.ts";
import type { KeyPairFault } from "../../src/actions/import-key-pair/faults/key-pair-fault.ts";
import { cover } from "../../src/diagnose/cover.ts";
import { diagnose } from "../../src/diagnose/diagnose.ts";
import { match, placeOf, type Run } from "../../src/diagnose/match.ts";
import { type Sign, signsOf } from "../../src/diagnose/sign.ts";
import { contract } from "./contract.ts";

// What is planted is found again: a hundred faults as their measured signatures tell of them, and in runs of the whole suite
// five alone and ten sets of three. All of them take many minutes: docs/diagnosis.md has what scripts/measure-diagnosis.ts
// measured, a few sets of a hundred that are missed among it.

const known = diagnostics();
const signaturesOf = (ids: readonly string[]) => ids.flatMap((id) => known.signatures.get(id) ?? []);
/** Every place that any fault turns red, as it is where nothing is wrong. */
const green = new Map(
  [...known.signatures.values()].flat().map((sign): [string, Sign] => [placeOf(sign), { ...sign, kind: "green" }]),
);
const runOf = (ids: readonly string[]): Run =>
  new Map([...green, ...signaturesOf(ids).map((sign) => [placeOf(sign), sign] as const)]);
const coverOf = (run: Run) =>
  cover(
    run,
    known.faults.map((fault) => match(fault, known.signatures.get(fault.id) ?? [], run)),
  );

const some = fc.sample(fc.shuffledSubarray([...faults], { minLength: 100, maxLength: 100 }), { seed: 1, numRuns: 1 });

test.for(some.flat())("$id is found by its signature", ({ id }) => {
  const [one, ...more] = coverOf(runOf([id]));
  expect([one?.match, ...(one?.alternatives ?? [])].map((each) => each?.fault.id)).toContain(id);
  expect(more).toEqual([]);
});

async function foundInRun(all: readonly KeyPairFault[]): Promise<ReturnType<typeof foundIn>> {
  const cases = await runFaults(contract, all);
  const { causes } = diagnose(contract, known, cases);
  return foundIn(causes, all, signsOf(contract, cases));
}

const singles = fc.sample(fc.constantFrom(...faults), { seed: 1, numRuns: 5 });

test.for(singles)("$id alone is found in a run", async (fault) => {
  expect(["exact", "equal"]).toContain(await foundInRun([fault]));
});

test("of ten sets of three, no more than one is missed in a run", async () => {
  const missed: string[] = [];
  for (const all of setsOfThree(10, 1))
    if ((await foundInRun(all)) === "missed") missed.push(all.map(({ id }) => id).join(" and "));
  expect(missed.length, missed.join("; ")).toBeLessThanOrEqual(1);
});

test("every fault of today has its signature, and turns its clause red in it", () => {
  expect(known.faults.map(({ id }) => id)).toEqual([...known.signatures.keys()]);
  const without = known.faults.filter(({ id, clause }) => !signaturesOf([id]).some((sign) => sign.clause === clause));
  expect(without.map(({ id }) => id)).toEqual([]);
});
