import fc from "fast-check";
import { clauses } from "../clauses.ts";
import type { Sequence } from "./sequence-case.ts";
import { describeOwn, given, importStep, judged } from "./steps.ts";

/** A fresh key that no entry of the corpus has, for cases that must be alone with their key. */
export const soloKey = "rsa-1024-z";

/** How many random names a run tries. */
const randomNames = 6;

/** Uniqueness, and names at random. */
export function nameSequences(seed: number): readonly Sequence[] {
  return [
    {
      slug: "other-material",
      title: "a taken KeyName with another key",
      steps: [
        given("first"),
        importStep("again", { PublicKeyMaterial: { $material: "rsa-4096" } }),
        describeOwn("after"),
      ],
      judgements: [
        judged(clauses.nameDuplicate, "refused", "again"),
        judged(clauses.nameFirstUntouched, "described-as-imported", "first", "after"),
      ],
    },
    {
      slug: "same-material",
      title: "a taken KeyName with the identical key",
      steps: [given("first"), importStep("again"), describeOwn("after")],
      judgements: [
        judged(clauses.nameDuplicateSame, "refused", "again"),
        judged(clauses.nameFirstUntouched, "described-as-imported", "first", "after"),
      ],
    },
    {
      slug: "retagged",
      title: "a taken KeyName with the identical key and other tags",
      steps: [
        given("first"),
        importStep("again", {
          TagSpecifications: [{ ResourceType: "key-pair", Tags: [{ Key: "late", Value: "yes" }] }],
        }),
        describeOwn("after"),
      ],
      judgements: [
        judged(clauses.nameFirstUntouched, "described-as-imported", "first", "after"),
        judged(clauses.nameDuplicateSame, "refused", "again"),
      ],
    },
    {
      slug: "second-name",
      title: "the same key under a second name",
      steps: [
        given("first", { PublicKeyMaterial: { $material: soloKey } }),
        importStep("second", { KeyName: "{name}-b", PublicKeyMaterial: { $material: soloKey } }),
      ],
      judgements: [
        judged(clauses.nameSameMaterial, "accepted", "second"),
        judged(clauses.idUnique, "different-ids", "first", "second"),
      ],
    },
    {
      slug: "both-regions",
      title: "the same KeyName in two Regions",
      needs: ["regions"],
      steps: [given("here"), importStep("there", {}, { elsewhere: true })],
      judgements: [judged(clauses.nameOtherRegion, "accepted", "there")],
    },
    {
      slug: "upper-lower",
      title: "two names that differ in case",
      steps: [given("lower", { KeyName: "{name}-case" }), importStep("upper", { KeyName: "{name}-CASE" })],
      judgements: [judged(clauses.nameCase, "refused", "upper")],
    },
    ...fc
      .sample(fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 40 }), { seed, numRuns: randomNames })
      .map((text, index) => ({
        slug: `${index + 1}`,
        title: `random KeyName ${index + 1} of the seed`,
        // The braces of a placeholder must stay ours.
        steps: [importStep("request", { KeyName: `{name}-a${text.replaceAll("{name}", "")}z` })],
        judgements: [
          judged(clauses.nameRandom, "accepted", "request"),
          judged(clauses.nameRandom, "echoed", "request"),
        ],
      })),
  ];
}
