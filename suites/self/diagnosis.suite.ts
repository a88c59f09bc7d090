import fc from "fast-check";
import { expect, test } from "vitest";
import { diagnostics } from "../../src/actions/import-key-pair/diagnostics.ts";
import { faults } from "../../src/actions/import-key-pair/faults/faults.ts";
import { cover } from "../../src/diagnose/cover.ts";
import { match, placeOf, type Run } from "../../src/diagnose/match.ts";
import type { Sign } from "../../src/diagnose/sign.ts";

// What is planted is found again: a hundred faults, as their measured signatures tell of them. In whole runs a few are
// planted in suites/thorough, and docs/diagnosis.md has what scripts/measure-diagnosis.ts measured of all.

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

test("every fault of today has its signature, and turns its clause red in it", () => {
  expect(known.faults.map(({ id }) => id)).toEqual([...known.signatures.keys()]);
  const without = known.faults.filter(({ id, clause }) => !signaturesOf([id]).some((sign) => sign.clause === clause));
  expect(without.map(({ id }) => id)).toEqual([]);
});
