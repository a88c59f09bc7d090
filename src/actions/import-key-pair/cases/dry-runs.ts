import { clauses } from "../clauses.ts";
import type { Sequence } from "./sequence-case.ts";
import { deleteStep, describeOwn, given, importStep, judged, provided, tagged, witness } from "./steps.ts";

export function dryRunSequences(): readonly Sequence[] {
  return [
    {
      slug: "minimal",
      title: "a dry run with the required fields",
      needs: ["dry-run"],
      steps: [importStep("dry", { DryRun: true }), describeOwn("after"), ...witness.steps, importStep("real")],
      judgements: [
        judged(clauses.dryRun, "refused", "dry"),
        provided([clauses.describeName], judged(clauses.dryRunMakesNothing, "nothing-made", "dry", "after")),
        witness.judgement,
        judged(clauses.dryRunFreesName, "accepted", "real"),
      ],
    },
    {
      slug: "dressed",
      title: "a dry run with tags",
      needs: ["dry-run"],
      steps: [
        importStep("dry", { DryRun: true, ...tagged(["purpose", "conformance"]) }),
        describeOwn("after"),
        ...witness.steps,
      ],
      judgements: [
        judged(clauses.dryRun, "refused", "dry"),
        provided([clauses.describeName], judged(clauses.dryRunMakesNothing, "nothing-made", "dry", "after")),
        witness.judgement,
      ],
    },
    {
      slug: "ed25519",
      title: "a dry run with an ED25519 key",
      needs: ["dry-run"],
      steps: [
        importStep("dry", { DryRun: true, PublicKeyMaterial: { $material: "ed25519" } }),
        describeOwn("after"),
        ...witness.steps,
      ],
      judgements: [
        judged(clauses.dryRun, "refused", "dry"),
        provided([clauses.describeName], judged(clauses.dryRunMakesNothing, "nothing-made", "dry", "after")),
        witness.judgement,
      ],
    },
    {
      slug: "import",
      title: "DryRun=false",
      steps: [importStep("request", { DryRun: false }), describeOwn("after")],
      judgements: [
        judged(clauses.dryRunFalse, "accepted", "request"),
        judged(clauses.dryRunFalse, "finds-only", "request", "after"),
      ],
    },
    {
      slug: "dry",
      title: "a dry run by a user without permission",
      needs: ["iam"],
      steps: [importStep("dry", { DryRun: true }, { as: "unauthorized" })],
      judgements: [judged(clauses.dryRunUnauthorized, "refused", "dry")],
    },
    {
      slug: "describe",
      title: "a dry run of DescribeKeyPairs",
      needs: ["dry-run"],
      steps: [given("import"), describeOwn("dry", { DryRun: true })],
      judgements: [judged(clauses.describeDryRun, "refused", "dry")],
    },
    {
      slug: "delete",
      title: "a dry run of DeleteKeyPair",
      needs: ["dry-run"],
      steps: [given("import"), deleteStep("dry", { KeyName: "{name}", DryRun: true }), describeOwn("after")],
      judgements: [
        judged(clauses.deleteDryRun, "refused", "dry"),
        provided([clauses.deleteDryRun], judged(clauses.deleteDryRunKeeps, "described-as-imported", "import", "after")),
      ],
    },
    {
      slug: "taken",
      title: "a dry run with a taken KeyName",
      needs: ["dry-run"],
      steps: [given("first"), importStep("dry", { DryRun: true })],
      judgements: [judged(clauses.dryRunMistakes, "open", "dry")],
    },
  ];
}
