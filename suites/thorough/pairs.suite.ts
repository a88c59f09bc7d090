import fc from "fast-check";
import { expect, test } from "vitest";
import { judgeFaults } from "../../scripts/measure-kills.ts";
import { faults } from "../../src/actions/import-key-pair/faults/faults.ts";
import type { KeyPairFault } from "../../src/actions/import-key-pair/faults/key-pair-fault.ts";
import { contract } from "../self/contract.ts";

// One cause, one finding; and so two causes, two findings: neither hides the other. Only the cases of the two clauses are
// run: what a third clause could hide, whole runs of the same pairs would show, and they take minutes.

const pairs = 200;

/** Where nothing gets a proper answer, or nothing is imported any more, there is nothing to see of another fault. */
const drowning = new Set(["M3P2", "Z3R6", "Z4BJ", "A4UN"]);
const candidates = faults.filter(({ clause }) => !drowning.has(clause));
/** Without a code none is wrong, and without a document no refusal is known for one. */
const codeless = new Set(["error-code-missing", "error-code-empty", "error-empty-document"]);
const needsCode = ({ kind, clause }: KeyPairFault): boolean =>
  kind === "recode" || ["J7CW", "E8V4", "Y8J4", "F7ZG"].includes(clause);
const canBeSeen = (one: KeyPairFault, other: KeyPairFault): boolean => !(codeless.has(one.id) && needsCode(other));

const areas = [...new Set(candidates.map(({ area }) => area))];

const ofArea = (area: string) => fc.constantFrom(...candidates.filter((fault) => fault.area === area));
const pair = fc
  .shuffledSubarray(areas, { minLength: 2, maxLength: 2 })
  .chain(([one = "", other = ""]) => fc.tuple(ofArea(one), ofArea(other)))
  .filter(([one, other]) => canBeSeen(one, other) && canBeSeen(other, one));

test.for(fc.sample(pair, { seed: 1, numRuns: pairs }).map(([one, other]) => [one.id, other.id, one, other] as const))(
  "%s and %s are both found",
  async ([, , one, other]: readonly [string, string, KeyPairFault, KeyPairFault]) => {
    const only = [one.clause, other.clause];
    const verdicts = await judgeFaults(contract, [one, other], { only, until: only });
    expect([verdicts.get(one.clause), verdicts.get(other.clause)]).toEqual(["fail", "fail"]);
  },
);
