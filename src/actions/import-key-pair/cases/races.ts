import type { Step } from "../../../model.ts";
import { clauses } from "../clauses.ts";
import type { Sequence } from "./sequence-case.ts";
import { deleteStep, describeOwn, describeStep, given, importStep, judged } from "./steps.ts";

type Race = Omit<Sequence, "slug">;

/** Keys that differ, so that what is described tells who won. */
const keyNames = ["rsa-2048", "rsa-4096", "ed25519"] as const;

const together = (step: Step): Step => ({ ...step, together: "race" });
const importIds = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `import-${index + 1}`);

/** `count` imports of one name at once. */
export function oneNameAtOnce(count: number): Race {
  const ids = importIds(count);
  const materials = ids.map((_, index) => ({ $material: keyNames[index % keyNames.length] ?? keyNames[0] }));
  return {
    title: `${count} imports of one KeyName at the same time`,
    steps: [
      ...ids.map((id, index) => together(importStep(id, { PublicKeyMaterial: materials[index] ?? null }))),
      describeOwn("describe"),
    ],
    judgements: [judged(clauses.raceOneName, "one-import-wins", ...ids, "describe")],
  };
}

/** `count` imports of different names at once. */
export function manyNamesAtOnce(count: number): Race {
  const ids = importIds(count);
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

/** A deletion and an import of one name at once; which of them is sent first may matter to a target. */
export function deletionAtOnce(first: "import" | "deletion"): Race {
  const imported = together(importStep("second", { PublicKeyMaterial: { $material: "rsa-4096" } }));
  const deleted = together(deleteStep("delete"));
  return {
    title: `${first === "import" ? "an import and a deletion" : "a deletion and an import"} of one KeyName at the same time`,
    steps: [
      given("first"),
      ...(first === "import" ? [imported, deleted] : [deleted, imported]),
      describeOwn("describe"),
    ],
    judgements: [judged(clauses.raceDeletion, "no-half-key", "delete", "second", "describe")],
  };
}

/** Requests that are on their way at the same time. A target that answers one after the other passes by being right. */
export function raceSequences(): readonly Sequence[] {
  return [
    { slug: "eight", ...oneNameAtOnce(8) },
    { slug: "eight", ...manyNamesAtOnce(8) },
    { slug: "import-first", ...deletionAtOnce("import") },
    { slug: "deletion-first", ...deletionAtOnce("deletion") },
  ];
}
