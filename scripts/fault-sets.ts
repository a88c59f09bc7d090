import fc from "fast-check";
import { faults } from "../src/actions/import-key-pair/faults/faults.ts";
import type { KeyPairFault } from "../src/actions/import-key-pair/faults/key-pair-fault.ts";
import type { Cause } from "../src/diagnose/diagnosis.ts";
import type { Sign } from "../src/diagnose/sign.ts";

/** Where nothing gets a proper answer, or nothing is imported any more, there is nothing to see of another fault. */
const drowning = new Set(["M3P2", "Z3R6", "Z4BJ", "A4UN"]);
const candidates = faults.filter(({ clause }) => !drowning.has(clause));
const areas = [...new Set(candidates.map(({ area }) => area))];

const ofArea = (area: string) => fc.constantFrom(...candidates.filter((fault) => fault.area === area));
const three = fc
  .shuffledSubarray(areas, { minLength: 3, maxLength: 3 })
  .chain((chosen) => fc.tuple(...chosen.map(ofArea)));

/** Sets of three faults of different areas, drawn by a seed. */
export const setsOfThree = (count: number, seed: number): readonly (readonly KeyPairFault[])[] =>
  fc.sample(three, { seed, numRuns: count });

/**
 * How planted faults were found: `exact`, each as the first of a cause, and no further cause; `equal`, some as one of
 * those that nothing tells apart; `hidden`, one of them does not show: its clause fails nowhere; `missed` otherwise.
 */
export type Found = "exact" | "equal" | "hidden" | "missed";

/** How causes name what was planted. */
export function foundIn(causes: readonly Cause[], planted: readonly KeyPairFault[], signs: readonly Sign[]): Found {
  const red = new Set(signs.flatMap(({ kind, clause }) => (kind === "red" ? [clause] : [])));
  if (planted.some(({ clause }) => !red.has(clause))) return "hidden";
  if (causes.length !== planted.length) return "missed";
  if (planted.every(({ id }) => causes.some(({ faults: [first] }) => first === id))) return "exact";
  return planted.every(({ id }) => causes.some(({ faults: all }) => all.includes(id))) ? "equal" : "missed";
}
