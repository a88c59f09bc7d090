import fc from "fast-check";
import { type Property, property } from "../../../explore/property.ts";
import { tellText } from "../../../explore/tell-text.ts";
import type { TextSpace } from "../../../explore/text-space.ts";
import { describeOwn, filterStep, importStep, judged, tagged } from "../cases/steps.ts";
import { clauses } from "../clauses.ts";

type Tag = readonly [key: string, value: string];

/** Keys are told apart as AWS is known to: never only by case of a reserved prefix, by blanks or by normalisation. */
const toldApart = ([key]: Tag): string => key.normalize("NFKC").trim();

/** Another tag to AWS, and none to who compares without regard to case; every key begins with a letter of ours. */
const inOtherCase = ([key]: Tag): Tag => [`${key.charAt(0).toUpperCase()}${key.slice(1)}`, "o"];

/** Sets of tags within the limits: few odd ones, or many plain ones up to the limit. */
export function tagSets(keys: TextSpace, values: TextSpace, most: number): fc.Arbitrary<readonly Tag[]> {
  const key = keys.texts(keys.maxLength - 1).map((text) => `k${text}`);
  const longKey = fc
    .tuple(key, fc.integer({ min: 2, max: keys.maxLength }))
    .map(([text, length]) => text.padEnd(length, "y"));
  const value = fc.oneof(
    { weight: 4, arbitrary: values.texts(values.maxLength) },
    { weight: 1, arbitrary: fc.constant("") },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: values.maxLength }).map((length) => "v".repeat(length)) },
  );
  const odd = fc.uniqueArray(
    fc.tuple(fc.oneof({ weight: 4, arbitrary: key }, { weight: 1, arbitrary: longKey }), value),
    {
      minLength: 1,
      maxLength: Math.min(6, most),
      selector: toldApart,
    },
  );
  const twins = odd.map((set) => (set.length < most ? [...set, ...set.slice(0, 1).map(inOtherCase)] : set));
  const many = fc
    .integer({ min: 1, max: most })
    .map((count) => Array.from({ length: count }, (_, index): Tag => [`k${index + 1}`, `v${index + 1}`]));
  return fc.oneof({ weight: 3, arbitrary: odd }, { weight: 1, arbitrary: twins }, { weight: 1, arbitrary: many });
}

function told(tags: readonly Tag[]): string {
  if (tags.length > 6) return `${tags.length} tags`;
  const words = tags.map(([key, value]) => `key ${tellText(key)} with value ${tellText(value)}`);
  return tags.length === 1 ? `a tag of the ${words[0]}` : `${tags.length} tags: ${words.join("; ")}`;
}

/** Any tags within the limits are stored with the key and come back, each once. */
export function tags(space: fc.Arbitrary<readonly Tag[]>): Property {
  return property({
    id: "tags",
    about: "sets of tags within the limits",
    area: "tags",
    space,
    toTrial: (set) => {
      const plain = set.find(([key]) => !/[*?\\]/.test(key))?.[0];
      const filter = plain === undefined ? [] : [filterStep("filter", "tag-key", plain)];
      return {
        title: told(set),
        steps: [importStep("request", tagged(...set)), describeOwn("describe"), ...filter],
        judgements: [
          judged(clauses.tagRandom, "accepted", "request"),
          judged(clauses.tagsDescribed, "tags-described", "request", "describe"),
          ...filter.map(() => judged(clauses.filterTagKey, "finds", "request", "filter")),
        ],
      };
    },
  });
}

/** Two orders of the same tags are the same set. */
export function tagOrder(space: fc.Arbitrary<readonly Tag[]>): Property {
  return property({
    id: "tag-order",
    about: "the same tags in two orders",
    area: "tags",
    space,
    toTrial: (set) => ({
      title: `${told(set)}, and in the opposite order`,
      steps: [
        importStep("one", tagged(...set)),
        importStep("other", { KeyName: "{name}-b", ...tagged(...set.toReversed()) }),
        describeOwn("describe", { KeyNames: ["{name}-b"] }),
      ],
      judgements: [
        judged(clauses.tagRandom, "accepted", "one"),
        judged(clauses.tagRandom, "accepted", "other"),
        judged(clauses.tagsDescribed, "tags-described", "other", "describe"),
      ],
    }),
  });
}
