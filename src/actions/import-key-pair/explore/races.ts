import fc from "fast-check";
import { type Property, property, type Trial } from "../../../explore/property.ts";
import type { Step } from "../../../model.ts";
import { deleteStep, describeOwn, describeStep, given, importStep, judged } from "../cases/steps.ts";
import { clauses } from "../clauses.ts";

/** Keys that differ, so that what is described tells who won. */
const keyNames = ["rsa-2048", "rsa-4096", "ed25519"] as const;

const together = (step: Step): Step => ({ ...step, together: "race" });
const numbered = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);

/** `count` imports of one name at once. */
export function oneNameAtOnce(count: number): Trial {
  const ids = numbered(count).map((index) => `import-${index}`);
  return {
    title: `${count} imports of one KeyName at the same time`,
    steps: [
      ...ids.map((id, index) =>
        together(importStep(id, { PublicKeyMaterial: { $material: keyNames[index % keyNames.length] ?? "rsa-2048" } })),
      ),
      describeOwn("describe"),
    ],
    judgements: [judged(clauses.raceOneName, "one-import-wins", ...ids, "describe")],
  };
}

/** `count` imports of different names at once. */
export function manyNamesAtOnce(count: number): Trial {
  const ids = numbered(count).map((index) => `import-${index}`);
  return {
    title: `${count} imports of different KeyNames at the same time`,
    steps: [
      ...ids.map((id) => together(importStep(id, { KeyName: `{name}-${id}` }))),
      describeStep("describe", { KeyNames: ids.map((id) => `{name}-${id}`) }),
    ],
    judgements: [
      judged(clauses.raceManyNames, "accepted", ...ids),
      judged(clauses.raceManyNames, "finds-all", ...ids, "describe"),
    ],
  };
}

/** A deletion and an import of one name at once, `count` times side by side. */
export function deletionAtOnce(): Trial {
  return {
    title: "a deletion and an import of one KeyName at the same time",
    steps: [
      given("first"),
      together(deleteStep("delete")),
      together(importStep("second", { PublicKeyMaterial: { $material: "rsa-4096" } })),
      describeOwn("describe"),
    ],
    judgements: [judged(clauses.raceDeletion, "no-half-key", "second", "describe")],
  };
}

/** Requests that are on their way at the same time are answered as if one came after the other. */
export const races: Property = property({
  id: "races",
  about: "requests at the same time",
  area: "lifecycle",
  space: fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 2, max: 8 }).map((count) => oneNameAtOnce(count)) },
    { weight: 1, arbitrary: fc.integer({ min: 2, max: 8 }).map((count) => manyNamesAtOnce(count)) },
    { weight: 1, arbitrary: fc.constant(deletionAtOnce()) },
  ),
  toTrial: (trial) => trial,
});
