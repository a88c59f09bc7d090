import type { Step } from "../../../model.ts";
import { clauses } from "../clauses.ts";
import type { Sequence } from "./sequence-case.ts";
import { filterStep, importStep, judged } from "./steps.ts";

type Ordeal = readonly [clause: string, slug: string, title: string, request: Step];

/** Those that keep a target busy longest come first, so that a run does not end in waiting for one of them. */
const ordeals: readonly Ordeal[] = [
  [
    clauses.robustMany,
    "unknown",
    "5,000 parameters that do not exist",
    importStep("request", {}, { wire: { filler: 5_000 } }),
  ],
  [
    clauses.robustMany,
    "tags",
    "2,000 tags",
    importStep("request", {
      TagSpecifications: [
        {
          ResourceType: "key-pair",
          Tags: Array.from({ length: 2_000 }, (_, index) => ({ Key: `k${index}`, Value: "v" })),
        },
      ],
    }),
  ],
  [
    clauses.robustLarge,
    "megabyte",
    "a megabyte of material",
    importStep("request", { PublicKeyMaterial: { $repeat: "A", times: 1_048_576 } }),
  ],
  [
    clauses.robustLarge,
    "long-name",
    "a KeyName of 100,000 characters",
    importStep("request", { KeyName: { $pad: "{name}", to: 100_000, with: "x" } }),
  ],
  [clauses.robustNul, "name", "NUL in the KeyName", importStep("request", { KeyName: "{name}\0b" })],
  [
    clauses.robustNul,
    "material",
    "NUL in the material",
    importStep("request", { PublicKeyMaterial: "ssh-rsa \0\0\0" }),
  ],
  [
    clauses.robustUtf8,
    "name",
    "a KeyName that is no valid UTF-8",
    importStep("request", {}, { wire: { set: { KeyName: null }, append: "&KeyName={name}%FF%FE" } }),
  ],
  [
    clauses.robustUtf8,
    "tag",
    "a tag value that is no valid UTF-8",
    importStep(
      "request",
      {},
      {
        wire: {
          append:
            "&TagSpecification.1.ResourceType=key-pair&TagSpecification.1.Tag.1.Key=a&TagSpecification.1.Tag.1.Value=%C3%28",
        },
      },
    ),
  ],
  [
    clauses.robustEscapes,
    "letters",
    "the percent escape %zz in the KeyName",
    importStep("request", {}, { wire: { set: { KeyName: null }, append: "&KeyName={name}%zz" } }),
  ],
  [
    clauses.robustEscapes,
    "cut",
    "a percent sign at the end of the body",
    importStep("request", {}, { wire: { set: { KeyName: null }, append: "&KeyName={name}%" } }),
  ],
  [
    clauses.robustEscapes,
    "separators",
    "empty parameters between the others",
    importStep("request", {}, { wire: { append: "&&=&=x&" } }),
  ],
];

/** Requests that no client should send: they are answered as anything is, and the target lives on. */
export function robustnessSequences(): readonly Sequence[] {
  return ordeals.map(([clause, slug, title, request]) => ({
    slug,
    title,
    steps: [request, { ...request, id: "again", ifSilent: "request" }, filterStep("alive", "key-name", "{name}")],
    judgements: [
      { ...judged(clause, "answered", "request"), silence: "judged" },
      { ...judged(clauses.robustLives, "still-lives", "request", "alive"), silence: "judged" },
    ],
  }));
}
