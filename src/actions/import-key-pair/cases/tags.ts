import fc from "fast-check";
import type { Contract } from "../../../spec/contract.ts";
import { clauses } from "../clauses.ts";
import type { Sequence } from "./sequence-case.ts";
import { describeOwn, describeStep, given, importStep, judged, provided, tagged, witness } from "./steps.ts";

/** How many random sets of tags a run tries. */
const randomSets = 4;

const described: readonly (readonly [slug: string, title: string, ...tags: (readonly [string, string])[]])[] = [
  ["one", "one tag, read back", ["purpose", "conformance"]],
  ["several", "five tags, read back", ["a", "1"], ["b", "2"], ["c", "3"], ["d", "4"], ["e", "5"]],
  ["empty-value", "a tag with an empty value, read back", ["purpose", ""]],
  ["case", "tags Foo and foo, read back", ["Foo", "a"], ["foo", "b"]],
  ["metacharacters", "a tag with metacharacters, read back", ['<k>&"', "<v a='1'>&amp;</v>"]],
  ["astral", "a tag with 😀, read back", ["mood", "a😀b"]],
  ["blanks", "a tag value with blanks at both ends, read back", ["purpose", "  two  "]],
];

type Mistake = readonly [
  slug: string,
  title: string,
  specification: { ResourceType: string; Tags: { Key: string; Value: string }[] },
];

/** Requests whose only mistake is in their tags. */
function mistakes({ schemas }: Contract): readonly Mistake[] {
  const { Tags: tags } = schemas["TagSpecification"]?.properties ?? {};
  const count = (tags?.maxItems ?? 50) + 1;
  return [
    [
      "resource-type",
      "a resource type that can't be tagged here",
      { ResourceType: "instance", Tags: [{ Key: "a", Value: "b" }] },
    ],
    ["reserved", "a reserved tag key", { ResourceType: "key-pair", Tags: [{ Key: "aws:a", Value: "b" }] }],
    [
      "duplicate",
      "two tags with one key",
      {
        ResourceType: "key-pair",
        Tags: [
          { Key: "a", Value: "b" },
          { Key: "a", Value: "c" },
        ],
      },
    ],
    [
      "count",
      `${count} tags`,
      {
        ResourceType: "key-pair",
        Tags: Array.from({ length: count }, (_, index) => ({ Key: `k${index}`, Value: "v" })),
      },
    ],
  ];
}

export function tagSequences(contract: Contract, seed: number): readonly Sequence[] {
  return [
    ...described.map(([slug, title, ...tags]) => ({
      slug,
      title,
      steps: [given("import", tagged(...tags)), describeOwn("describe")],
      judgements: [judged(clauses.tagsDescribed, "tags-described", "import", "describe")],
    })),
    {
      slug: "by-region-listing",
      title: "one tag, read back from a listing by tag",
      steps: [
        given("import", tagged(["purpose", "{name}"])),
        describeStep("describe", { Filters: [{ Name: "tag:purpose", Values: ["{name}"] }] }),
      ],
      judgements: [judged(clauses.tagsDescribed, "tags-described", "import", "describe")],
    },
    ...mistakes(contract).map(([slug, title, specification]) => ({
      slug,
      title: `no key after the refusal of ${title}`,
      steps: [importStep("request", { TagSpecifications: [specification] }), describeOwn("after"), ...witness.steps],
      judgements: [
        provided([clauses.describeName], judged(clauses.tagRefusedNoKey, "nothing-made", "request", "after")),
        witness.judgement,
      ],
    })),
    ...fc.sample(randomTags, { seed, numRuns: randomSets }).map((tags, index) => ({
      slug: `${index + 1}`,
      title: `random tags ${index + 1} of the seed`,
      steps: [importStep("request", tagged(...tags))],
      judgements: [judged(clauses.tagRandom, "accepted", "request"), judged(clauses.tagRandom, "echoed", "request")],
    })),
  ];
}

/**
 * Tags well within the limits, of characters that XML can carry and that no placeholder of ours looks like. Keys begin
 * with a letter that keeps them off the reserved prefix.
 */
const text = (maxLength: number) =>
  fc.string({ unit: "grapheme", maxLength }).map((value) => value.toWellFormed().replace(/[\p{C}{}]/gu, ""));
const randomTags = fc.uniqueArray(
  fc.tuple(
    text(20).map((key) => `k${key}`),
    text(40),
  ),
  { minLength: 1, maxLength: 8, selector: ([key]) => key.normalize().toLowerCase() },
);
