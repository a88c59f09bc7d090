import type { Input } from "../../../model.ts";
import type { Contract } from "../../../spec/contract.ts";
import { clauses } from "../clauses.ts";
import type { Sequence } from "./sequence-case.ts";
import { describeOwn, filterStep, given, importStep, judged, provided, tagged, witness } from "./steps.ts";

type Mistake = readonly [slug: string, title: string, input: Input];

function mistakes({ schemas }: Contract): readonly Mistake[] {
  const { PublicKeyMaterial: material } = schemas["ImportKeyPairRequest"]?.properties ?? {};
  const long = (material?.maxLength ?? 2048) + 1;
  return [
    ["garbage", "garbage for a key", { PublicKeyMaterial: { $material: "garbage-word" } }],
    ["ecdsa", "an ECDSA key", { PublicKeyMaterial: { $material: "ecdsa-256" } }],
    ["no-material", "no material", { PublicKeyMaterial: null }],
    ["non-ascii", "material beyond ASCII", { PublicKeyMaterial: { $material: "non-ascii-text" } }],
    [
      "too-long",
      `material of ${long.toLocaleString("en")} characters`,
      { PublicKeyMaterial: { $material: "rsa-2048", to: long } },
    ],
  ];
}

/** Mistakes of a request whose KeyName is taken too. */
const secondMistakes: readonly Mistake[] = [
  ["material", "garbage for a key", { PublicKeyMaterial: { $material: "garbage-word" } }],
  ["no-material", "no material", { PublicKeyMaterial: null }],
  ["tags", "a tag key that is reserved", tagged(["aws:purpose", "x"])],
];

/** What a refusal must not do, and the order of mistakes that nobody knows. */
export function refusalSequences(contract: Contract): readonly Sequence[] {
  return [
    ...mistakes(contract).map(([slug, title, input]) => ({
      slug,
      title: `no key after the refusal of ${title}, and its name free`,
      steps: [importStep("request", input), describeOwn("after"), ...witness.steps, importStep("real")],
      judgements: [
        provided([clauses.describeName], judged(clauses.refusedNoKey, "nothing-made", "request", "after")),
        judged(clauses.refusedNoKey, "name-still-free", "request", "real"),
        witness.judgement,
      ],
    })),
    ...[
      ["untrimmed", "a KeyName with a trailing blank", "{name} "],
      ["beyond-ascii", "a KeyName beyond ASCII", "{name}-é"],
    ].map(([slug = "", title = "", name = ""]) => ({
      slug,
      title: `no key after the refusal of ${title}`,
      // By a filter: asked for by name, the mistaken name would be refused again.
      steps: [
        importStep("request", { KeyName: name }),
        filterStep("after", "key-name", name),
        given("witness", { KeyName: "{name}-w" }),
        filterStep("witnessed", "key-name", "{name}-w"),
      ],
      judgements: [
        provided([clauses.filterName], judged(clauses.refusedNoKey, "nothing-made", "request", "after")),
        judged(clauses.filterName, "finds-only", "witness", "witnessed"),
      ],
    })),
    ...secondMistakes.map(([slug, title, input]) => ({
      slug: `taken-${slug}`,
      title: `a taken KeyName and ${title}`,
      steps: [given("first"), importStep("request", input)],
      judgements: [judged(clauses.severalMistakes, "open", "request")],
    })),
  ];
}
