import type { Value } from "../../../model.ts";
import { clauses } from "../clauses.ts";
import { combinedSequences } from "./lifecycle-filters.ts";
import type { Sequence } from "./sequence-case.ts";
import { answerOf, describeOwn, describeStep, filterStep, given, judged, provided, tagged, witness } from "./steps.ts";

const id: Value = answerOf("import", "KeyPairId");

/** A second key beside the first, for filters that must not find it; of a kind that every target takes. */
const bystander = given("bystander", {
  KeyName: "{name}-bystander",
  PublicKeyMaterial: { $material: "rsa-4096" },
  ...tagged(["other", "{name}"]),
});

/** Finding a key again, and what its description says. */
export function describeSequences(): readonly Sequence[] {
  return [
    {
      slug: "found",
      title: "a key described by its name, twice",
      steps: [given("import"), bystander, describeOwn("describe"), describeOwn("again")],
      judgements: [
        judged(clauses.describeName, "finds-only", "import", "describe"),
        judged(clauses.describeMembers, "described-members", "import", "describe"),
        judged(clauses.idStable, "described-id", "import", "describe"),
        judged(clauses.idStable, "described-id", "import", "again"),
        judged(clauses.publicKeyAbsent, "public-key-absent", "import", "describe"),
        judged(clauses.idUnique, "different-ids", "import", "bystander"),
      ],
    },
    {
      slug: "found",
      title: "a key described by its id",
      steps: [given("import"), bystander, describeStep("describe", { KeyPairIds: [id] })],
      judgements: [judged(clauses.describeId, "finds-only", "import", "describe")],
    },
    {
      slug: "two",
      title: "two keys described by their names",
      steps: [given("import"), bystander, describeStep("describe", { KeyNames: ["{name}", "{name}-bystander"] })],
      judgements: [judged(clauses.describeNames, "finds-all", "import", "bystander", "describe")],
    },
    {
      slug: "listed",
      title: "a key among all keys of the Region",
      steps: [given("import"), describeStep("describe", {})],
      judgements: [judged(clauses.describeAll, "finds", "import", "describe")],
    },
    filtered(clauses.filterName, "finds-only", "key-name", "{name}"),
    filtered(clauses.filterId, "finds-only", "key-pair-id", id),
    filtered(clauses.filterFingerprint, "finds-fingerprint", "fingerprint", answerOf("import", "KeyFingerprint")),
    filtered(clauses.filterTag, "finds-only", "tag:purpose", "{name}"),
    {
      slug: "tag-key",
      title: "the filter tag-key",
      // The key is the run's own, so that no other key in the Region has it.
      steps: [given("import", tagged(["{name}", "x"])), bystander, filterStep("describe", "tag-key", "{name}")],
      judgements: [judged(clauses.filterTagKey, "finds-only", "import", "describe")],
    },
    {
      slug: "prefix",
      title: "the filter key-name with a * at the end",
      steps: [
        given("import", { KeyName: "{name}-star-1" }),
        bystander,
        filterStep("describe", "key-name", "{name}-star*"),
      ],
      judgements: [judged(clauses.filterWildcard, "finds-only", "import", "describe")],
    },
    {
      slug: "second",
      title: "the filter key-name with two values, the second of which matches",
      steps: [given("import"), bystander, filterStep("describe", "key-name", "{name}-nobody", "{name}")],
      judgements: [judged(clauses.filterValues, "finds-only", "import", "describe")],
    },
    ...combinedSequences(),
    {
      slug: "key-name",
      title: "the filter key-name with a name that no key has",
      steps: [
        given("import"),
        filterStep("describe", "key-name", "{name}-nobody"),
        filterStep("witnessed", "key-name", "{name}"),
      ],
      judgements: [
        provided([clauses.filterName], judged(clauses.filterNothing, "finds-nothing", "describe")),
        judged(clauses.filterName, "finds-only", "import", "witnessed"),
      ],
    },
    {
      slug: "tag",
      title: "the filter tag:⟨key⟩ with a value that no key has",
      steps: [
        given("import", tagged(["purpose", "{name}"])),
        filterStep("describe", "tag:purpose", "{name}-nobody"),
        filterStep("witnessed", "tag:purpose", "{name}"),
      ],
      judgements: [
        provided([clauses.filterTag], judged(clauses.filterNothing, "finds-nothing", "describe")),
        judged(clauses.filterTag, "finds-only", "import", "witnessed"),
      ],
    },
    {
      slug: "name",
      title: "a name that never existed",
      steps: [describeStep("describe", { KeyNames: ["{name}-nobody"] }), ...witness.steps],
      judgements: [
        provided([clauses.describeName], judged(clauses.notFound, "refused", "describe")),
        witness.judgement,
      ],
    },
    {
      slug: "metacharacters",
      title: "a name with metacharacters that never existed",
      steps: [describeStep("describe", { KeyNames: ["{name}<b>&'\""] }), ...witness.steps],
      judgements: [
        provided([clauses.describeName], judged(clauses.notFound, "refused", "describe")),
        witness.judgement,
      ],
    },
    {
      slug: "id",
      title: "an id that does not exist",
      steps: [
        describeStep("describe", { KeyPairIds: ["key-0123456789abcdef0"] }),
        given("import"),
        describeStep("witnessed", { KeyPairIds: [id] }),
      ],
      judgements: [
        provided([clauses.describeId], judged(clauses.notFoundId, "refused", "describe")),
        judged(clauses.describeId, "finds-only", "import", "witnessed"),
      ],
    },
    {
      slug: "one-missing",
      title: "a name that exists and one that does not",
      steps: [given("import"), describeStep("describe", { KeyNames: ["{name}", "{name}-nobody"] })],
      judgements: [judged(clauses.mixedNames, "open", "describe")],
    },
    ...["rsa-2048", "ed25519", "rsa-rfc4716"].map((material) => ({
      slug: material,
      title: `the description of ${material}`,
      steps: [
        describeStep("before", {}),
        given("import", { PublicKeyMaterial: { $material: material } }),
        describeOwn("describe"),
        describeStep("meanwhile", {}),
        describeOwn("again"),
      ],
      judgements: [
        judged(clauses.keyType, "described-key-type", "import", "describe"),
        judged(clauses.createTimeForm, "create-time-form", "import", "describe"),
        judged(clauses.createTime, "create-time", "before", "import", "describe"),
        judged(clauses.createTime, "same-create-time", "import", "describe", "again"),
      ],
    })),
    ...["rsa-2048", "rsa-no-comment", "rsa-rfc4716", "ed25519"].map((material) => ({
      slug: material,
      title: `the public key of ${material}, given back`,
      steps: [
        given("import", { PublicKeyMaterial: { $material: material } }),
        describeOwn("describe", { IncludePublicKey: true }),
        describeOwn("without"),
      ],
      judgements: [
        judged(clauses.publicKey, "public-key-returned", "import", "describe"),
        judged(clauses.publicKeyComment, "public-key-comment", "import", "describe"),
        provided([clauses.publicKey], judged(clauses.publicKeyAbsent, "public-key-absent", "import", "without")),
      ],
    })),
    {
      slug: "explicit",
      title: "a description with IncludePublicKey=false",
      steps: [given("import"), describeOwn("describe", { IncludePublicKey: false })],
      judgements: [judged(clauses.publicKeyAbsent, "public-key-absent", "import", "describe")],
    },
  ];
}

function filtered(clause: string, check: "finds-only" | "finds-fingerprint", filter: string, value: Value): Sequence {
  return {
    slug: filter.replace(":", "-"),
    title: `the filter ${filter}`,
    steps: [given("import", tagged(["purpose", "{name}"])), bystander, filterStep("describe", filter, value)],
    judgements: [judged(clause, check, "import", "describe")],
  };
}
