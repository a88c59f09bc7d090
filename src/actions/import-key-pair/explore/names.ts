import fc from "fast-check";
import { type Property, property } from "../../../explore/property.ts";
import { tellText } from "../../../explore/tell-text.ts";
import type { TextSpace } from "../../../explore/text-space.ts";
import type { Value } from "../../../model.ts";
import { deleteStep, describeStep, filterStep, given, importStep, judged } from "../cases/steps.ts";
import { clauses } from "../clauses.ts";

/** Characters that the run's own part of a name may take: prefix, property, number of the run, drive. */
const ownLength = 72;

/** What follows the run's own part of a KeyName; `to` lengthens the whole name. */
interface NameTail {
  readonly text: string;
  readonly to?: number;
}

/** Tails of names that the contract allows; none where its limit leaves no room behind the run's own part. */
function nameTails(space: TextSpace): fc.Arbitrary<NameTail> {
  const text = space.texts(Math.min(120, space.maxLength - ownLength));
  const lengths = fc.integer({ min: Math.min(ownLength + 121, space.maxLength), max: space.maxLength });
  return fc.oneof(
    { weight: 5, arbitrary: text.map((tail) => ({ text: tail })) },
    { weight: 1, arbitrary: fc.tuple(text, lengths).map(([tail, to]) => ({ text: tail, to })) },
  );
}

/** The KeyName with this tail, under the case's own name. */
function keyName({ text, to }: NameTail): Value {
  return to === undefined ? `{name}-${text}` : { $pad: `{name}-${text}`, to, with: "x" };
}

const told = ({ text, to }: NameTail): string =>
  `${to === undefined ? "" : `of ${to} characters, `}${tellText(text, true)}`;

/** In the values of a filter these have a meaning of their own. */
const hasWildcard = /[*?\\]/;

/** Any name that the contract allows names a key: it is echoed, found by it alone, and deleted by it. */
export function names(space: TextSpace): Property {
  return property({
    id: "names",
    about: "KeyNames of any printable characters",
    area: "name",
    space: nameTails(space),
    toTrial: (tail) => {
      const KeyName = keyName(tail);
      const filter = hasWildcard.test(tail.text) ? [] : [filterStep("filter", "key-name", KeyName)];
      return {
        title: `KeyName ${told(tail)}`,
        steps: [
          importStep("request", { KeyName }),
          describeStep("describe", { KeyNames: [KeyName] }),
          ...filter,
          deleteStep("delete", { KeyName }),
          describeStep("after", { KeyNames: [KeyName] }),
        ],
        judgements: [
          judged(clauses.nameRandom, "accepted", "request"),
          judged(clauses.describeName, "finds-only", "request", "describe"),
          ...filter.map(() => judged(clauses.filterName, "finds-only", "request", "filter")),
          judged(clauses.deleteName, "deleted", "delete", "after"),
        ],
      };
    },
  });
}

/** Ways in which a careless layer takes one name for another. Case is left out: AWS was seen to fold it. */
const lookAlikes: readonly (readonly [word: string, alike: (text: string, at: number) => string])[] = [
  ["one character twice", (text, at) => `${text.slice(0, at)}${text[at] ?? "x"}${text.slice(at)}`],
  ["one character less", (text, at) => `${text.slice(0, at)}${text.slice(at + 1)}`],
  ["a dot at its end", (text) => `${text}.`],
  ["an underscore for a hyphen", (text) => text.replace("-", "_")],
  ["a hyphen for an underscore", (text) => text.replace("_", "-")],
  ["a plus sign for a blank", (text) => text.replace(" ", "+")],
  ["percent escapes", (text) => encodeURIComponent(text)],
  ["without its percent escapes", (text) => text.replace(/%(4[1-9a-f]|2b)/gi, (code) => decodeURIComponent(code))],
  ["entities for its metacharacters", (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")],
  ["another last character", (text) => `${text.slice(0, -1)}${text.endsWith("q") ? "k" : "q"}`],
];

/** Two names that only look alike are two keys, in every look and in a deletion. */
export function lookAlikeNames(space: TextSpace): Property {
  const pairs = fc
    .tuple(space.texts(Math.min(60, space.maxLength - ownLength - 60)), fc.constantFrom(...lookAlikes), fc.nat(59))
    .map(([text, [word, alike], at]) => ({ text, word, other: alike(text, at % Math.max(1, text.length)) }))
    .map((pair) => ({ ...pair, other: space.isValid(`a${pair.other}`) ? pair.other : `${pair.text}x` }))
    .map((pair) => ({
      ...pair,
      other: pair.other.toLowerCase() === pair.text.toLowerCase() ? `${pair.text}x` : pair.other,
    }));
  return property({
    id: "look-alike-names",
    about: "pairs of KeyNames that look alike",
    area: "name",
    space: pairs,
    toTrial: ({ text, other, word }) => {
      const [first, second] = [`{name}-${text}`, `{name}-${other}`];
      return {
        title: `KeyNames ${JSON.stringify(text)} and ${JSON.stringify(other)} (${word})`,
        steps: [
          given("first", { KeyName: first }),
          importStep("second", { KeyName: second, PublicKeyMaterial: { $material: "rsa-4096" } }),
          describeStep("both", { KeyNames: [first, second] }),
          describeStep("one", { KeyNames: [second] }),
          deleteStep("delete", { KeyName: second }),
          describeStep("left", { KeyNames: [first] }),
        ],
        judgements: [
          judged(clauses.nameRandom, "accepted", "second"),
          judged(clauses.describeNames, "finds-all", "first", "second", "both"),
          judged(clauses.describeName, "finds-only", "second", "one"),
          judged(clauses.deleteOnly, "finds-only", "first", "left"),
        ],
      };
    },
  });
}
