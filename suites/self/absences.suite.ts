import { describe, expect, test } from "vitest";
import { runOptions } from "../../scripts/measure-kills.ts";
import { importKeyPair } from "../../src/actions/import-key-pair/import-key-pair.ts";
import type { Case, Judgement } from "../../src/model.ts";
import { plan } from "../../src/plan/plan.ts";
import { runConformance } from "../../src/run.ts";
import { type lies, lyingTarget } from "../../src/testing/dishonest-targets.ts";
import { contract } from "./contract.ts";

// An absence proves nothing by a look that was never seen to show anything.

/** The clauses that say that something is not there, or has no effect. */
const absences = [
  "Y7NP",
  "J7CW",
  "E8V4",
  "M2CK",
  "X7FK",
  "X6U6",
  "F7ZG",
  "E3C6",
  "P4EY",
  "A4TZ",
  "Y8J4",
  "J6C7",
  "A7YG",
  "H6XZ",
];

const unproved = {
  "finds nothing and deletes nothing": absences,
  "lists nothing and deletes nothing": absences,
  "deletes nothing": ["F7ZG", "E3C6", "P4EY", "Y8J4", "J6C7", "A7YG", "G8B3", "Q3JG"],
  "finds nothing by its name": ["Y7NP", "E8V4", "J7CW", "X7FK", "F7ZG", "E3C6", "P4EY", "A4TZ", "Y8J4", "H6XZ", "A8AG"],
  "finds nothing by its id": ["X6U6"],
  "filters everything away": ["M2CK", "J7CW"],
  "is blind in all Regions but the first": ["A4TZ", "Y8J4"],
  "never names the id that it deleted": ["A7YG"],
  "never shows a public key": ["H6XZ"],
} as const satisfies Record<keyof typeof lies, readonly string[]>;

test.for(Object.entries(unproved) as [keyof typeof lies, readonly string[]][])(
  "a target that %s passes nothing by it",
  async ([lie, clauses]) => {
    const report = await runConformance(runOptions(contract, lyingTarget(lie), { only: clauses }));
    const judged = report.clauses.filter(({ id }) => clauses.includes(id));
    expect(judged.filter(({ verdict }) => verdict !== "fail" && verdict !== "indeterminate")).toEqual([]);
  },
);

test("what is blocked names the clause that failed in its place", async () => {
  const options = runOptions(contract, lyingTarget("finds nothing by its name"));
  const { clauses } = await runConformance({ ...options, selection: { only: ["E9KF", "Y7NP", "P4EY"], skip: [] } });
  const verdicts = clauses.flatMap(({ id, verdict, blockedBy }) =>
    verdict === "not-run" || verdict === "pass" ? [] : [[id, verdict, blockedBy]],
  );
  expect(verdicts).toEqual([
    ["Y7NP", "indeterminate", "E9KF"],
    ["E9KF", "fail", undefined],
    ["P4EY", "indeterminate", "E9KF"],
  ]);
});

describe("a judgement", () => {
  const cases = plan(contract, importKeyPair);
  const judgements = cases.flatMap((planned) => planned.judgements.map((judgement) => ({ planned, judgement })));
  const isAbsence = ({ clause, check }: Judgement): boolean =>
    ["nothing-made", "deleted", "finds-nothing", "no-deleted-id"].includes(check) ||
    (check === "refused" &&
      contract.clauses.get(clause)?.expect?.refused?.codes.includes("InvalidKeyPair.NotFound") === true);

  test("of an absence needs what shows a presence", () => {
    const bare = judgements.filter(({ judgement }) => isAbsence(judgement) && judgement.provided === undefined);
    // The deletion of a name that never existed can show no id; what it shows is judged beside the deletion of a key.
    expect(bare.map(({ planned, judgement }) => `${planned.id} ${judgement.clause}`)).toEqual(["T6BA-never A7YG"]);
    expect(judgements.filter(({ judgement }) => isAbsence(judgement)).length).toBeGreaterThan(20);
  });

  test("is provided with clauses of its own case, and never with itself", () => {
    const reached = (
      { judgements: own }: Pick<Case, "judgements">,
      clause: string,
      seen = new Set<string>(),
    ): Set<string> => {
      const next = own.flatMap((one) => (one.clause === clause ? (one.provided ?? []) : []));
      for (const id of next.filter((one) => !seen.has(one))) reached({ judgements: own }, id, seen.add(id));
      return seen;
    };
    const astray = judgements.filter(
      ({ planned, judgement: { clause, provided = [] } }) =>
        provided.some((id) => !planned.clauses.includes(id)) || reached(planned, clause).has(clause),
    );
    expect(astray.map(({ planned }) => planned.id)).toEqual([]);
  });
});
