import { clauses } from "../clauses.ts";
import type { Sequence } from "./sequence-case.ts";
import { answerOf, deleteStep, describeOwn, describeStep, given, importStep, judged } from "./steps.ts";

/** The end of a key, its second life, and its name-sake in another Region. */
export function deleteSequences(): readonly Sequence[] {
  return [
    {
      slug: "life",
      title: "a key deleted by its name, and imported again",
      steps: [
        given("import"),
        given("other", { KeyName: "{name}-b" }),
        deleteStep("delete"),
        describeOwn("after"),
        deleteStep("again"),
        importStep("second"),
        describeStep("others", { KeyNames: ["{name}-b"] }),
      ],
      judgements: [
        judged(clauses.deleteName, "deleted", "delete", "after"),
        judged(clauses.deleteAnswerId, "deleted-id", "import", "delete"),
        judged(clauses.deletedNotFound, "refused", "after"),
        judged(clauses.deleteAgain, "deletion-accepted", "again"),
        judged(clauses.deleteMissingId, "no-deleted-id", "again"),
        judged(clauses.reimport, "accepted", "second"),
        judged(clauses.reimportNewId, "different-ids", "import", "second"),
        judged(clauses.deleteOnly, "described-as-imported", "other", "others"),
      ],
    },
    {
      slug: "life",
      title: "a key deleted by its id",
      steps: [
        given("import"),
        given("other", { KeyName: "{name}-b" }),
        deleteStep("delete", { KeyPairId: answerOf("import", "KeyPairId") }),
        describeOwn("after"),
        describeStep("others", { KeyNames: ["{name}-b"] }),
      ],
      judgements: [
        judged(clauses.deleteId, "deleted", "delete", "after"),
        judged(clauses.deleteAnswerId, "deleted-id", "import", "delete"),
        judged(clauses.deletedNotFound, "refused", "after"),
        judged(clauses.deleteOnly, "described-as-imported", "other", "others"),
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
      steps: [given("import"), describeOwn("elsewhere", {}, { elsewhere: true })],
      judgements: [judged(clauses.regionsApart, "refused", "elsewhere")],
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
        deleteStep("elsewhere", { KeyName: "{name}" }, { elsewhere: true }),
        describeOwn("after"),
      ],
      judgements: [judged(clauses.regionsDeleteApart, "described-as-imported", "import", "after")],
    },
    {
      slug: "neither",
      title: "DeleteKeyPair without a name and an id",
      steps: [deleteStep("delete", {})],
      judgements: [judged(clauses.deleteArguments, "open", "delete")],
    },
    {
      slug: "unfit",
      title: "DeleteKeyPair with a name and an id that do not fit",
      steps: [given("import"), deleteStep("delete", { KeyName: "{name}", KeyPairId: "key-0123456789abcdef0" })],
      judgements: [judged(clauses.deleteArguments, "open", "delete")],
    },
  ];
}
