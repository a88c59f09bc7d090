import { clauses } from "../clauses.ts";
import type { Sequence } from "./sequence-case.ts";
import {
  answerOf,
  deleteStep,
  describeOwn,
  describeStep,
  given,
  importStep,
  judged,
  provided,
  tagged,
} from "./steps.ts";

/** The end of a key, its second life, and its name-sake in another Region. */
export function deleteSequences(): readonly Sequence[] {
  return [
    {
      slug: "life",
      title: "a key deleted by its name, and imported again",
      steps: [
        given("import"),
        given("other", { KeyName: "{name}-b" }),
        describeOwn("before"),
        deleteStep("delete"),
        describeOwn("after"),
        deleteStep("again"),
        importStep("second"),
        describeStep("others", { KeyNames: ["{name}-b"] }),
      ],
      judgements: [
        provided([clauses.describeName], judged(clauses.deleteName, "deleted", "delete", "after")),
        judged(clauses.deleteAnswerId, "deleted-id", "import", "delete"),
        provided([clauses.deleteName], judged(clauses.deletedNotFound, "refused", "after")),
        provided([clauses.deleteName], judged(clauses.deleteAgain, "deletion-accepted", "again")),
        provided(
          [clauses.deleteName, clauses.deleteAnswerId],
          judged(clauses.deleteMissingId, "no-deleted-id", "again"),
        ),
        provided([clauses.deleteName], judged(clauses.reimport, "accepted", "second")),
        provided([clauses.deleteName], judged(clauses.reimportNewId, "different-ids", "import", "second")),
        provided([clauses.deleteName], judged(clauses.deleteOnly, "described-as-imported", "other", "others")),
        judged(clauses.describeName, "finds-only", "import", "before"),
      ],
    },
    {
      slug: "life",
      title: "a key deleted by its id",
      steps: [
        given("import"),
        given("other", { KeyName: "{name}-b" }),
        describeOwn("before"),
        deleteStep("delete", { KeyPairId: answerOf("import", "KeyPairId") }),
        describeOwn("after"),
        describeStep("others", { KeyNames: ["{name}-b"] }),
      ],
      judgements: [
        provided([clauses.describeName], judged(clauses.deleteId, "deleted", "delete", "after")),
        judged(clauses.deleteAnswerId, "deleted-id", "import", "delete"),
        provided([clauses.deleteId], judged(clauses.deletedNotFound, "refused", "after")),
        provided([clauses.deleteId], judged(clauses.deleteOnly, "described-as-imported", "other", "others")),
        judged(clauses.describeName, "finds-only", "import", "before"),
      ],
    },
    {
      slug: "never",
      title: "the deletion of a name that never existed",
      steps: [deleteStep("delete", { KeyName: "{name}-nobody" })],
      judgements: [
        judged(clauses.deleteAgain, "deletion-accepted", "delete"),
        judged(clauses.deleteMissingId, "no-deleted-id", "delete"),
      ],
    },
    {
      slug: "unseen",
      title: "a key asked for in another Region",
      needs: ["regions"],
      steps: [
        given("import"),
        describeOwn("here"),
        describeOwn("elsewhere", {}, { elsewhere: true }),
        given("witness", { KeyName: "{name}-w" }, { elsewhere: true }),
        describeStep("witnessed", { KeyNames: ["{name}-w"] }, { elsewhere: true }),
      ],
      judgements: [
        provided([clauses.describeName], judged(clauses.regionsApart, "refused", "elsewhere")),
        judged(clauses.describeName, "finds-only", "import", "here"),
        judged(clauses.describeName, "finds-only", "witness", "witnessed"),
      ],
    },
    {
      slug: "kept",
      title: "a name-sake in another Region, deleted there",
      needs: ["regions"],
      steps: [
        given("import"),
        deleteStep("elsewhere", { KeyName: "{name}" }, { elsewhere: true }),
        describeOwn("after"),
      ],
      judgements: [judged(clauses.regionsDeleteApart, "described-as-imported", "import", "after")],
    },
    {
      slug: "kept-both",
      title: "two name-sakes in two Regions, one of them deleted",
      needs: ["regions"],
      steps: [
        given("import"),
        given("namesake", { PublicKeyMaterial: { $material: "rsa-4096" } }, { elsewhere: true }),
        describeOwn("before", {}, { elsewhere: true }),
        deleteStep("elsewhere", { KeyName: "{name}" }, { elsewhere: true }),
        describeOwn("gone", {}, { elsewhere: true }),
        describeOwn("after"),
      ],
      judgements: [
        provided([clauses.deleteName], judged(clauses.regionsDeleteApart, "described-as-imported", "import", "after")),
        provided([clauses.describeName], judged(clauses.deleteName, "deleted", "elsewhere", "gone")),
        judged(clauses.describeName, "finds-only", "namesake", "before"),
      ],
    },
    {
      slug: "neither",
      title: "DeleteKeyPair without a name and an id",
      steps: [deleteStep("delete", {})],
      judgements: [judged(clauses.deleteNothing, "refused", "delete")],
    },
    {
      slug: "heir",
      title: "an untagged key that is imported under the name of a tagged one, which was deleted",
      steps: [
        given("import", tagged(["purpose", "{name}"])),
        deleteStep("delete", { KeyName: "{name}" }, { setup: true }),
        given("second", { PublicKeyMaterial: { $material: "rsa-4096" } }),
        describeOwn("describe"),
      ],
      judgements: [judged(clauses.secondLife, "described-as-imported", "second", "describe")],
    },
    {
      slug: "unfit",
      title: "DeleteKeyPair with a name and an id that do not fit",
      steps: [given("import"), deleteStep("delete", { KeyName: "{name}", KeyPairId: "key-0123456789abcdef0" })],
      judgements: [judged(clauses.deleteUnfit, "open", "delete")],
    },
  ];
}
