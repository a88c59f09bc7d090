import { element } from "../../../../mock/element.ts";
import type { Behaviour } from "../../reference/behaviour.ts";
import type { Tag } from "../../reference/key-pair-store.ts";
import { add, change, drop, onAction, rename } from "../edit-answer.ts";
import type { KeyPairFault } from "../key-pair-fault.ts";
import { keepRefused } from "../material/misread-key.ts";

const keepAs = (tag: (tag: Tag) => Tag): Pick<Behaviour, "keptTags"> => ({ keptTags: (tags) => tags.map(tag) });

const value = (change: (value: string) => string) => keepAs((tag) => ({ key: tag.key, value: change(tag.value) }));

/** What becomes of the tags. */
export const tagEchoFaults: readonly KeyPairFault[] = [
  {
    id: "tags-lost",
    summary: "Tags are dropped.",
    area: "tags",
    clause: "Q3BX",
    bug: { emulator: "moto", link: "https://github.com/getmoto/moto/pull/6919" },
    kind: "behaviour",
    behaviour: { keptTags: () => [] },
  },
  {
    id: "tags-lost-in-import",
    summary: "The answer to an import does not show the tags.",
    area: "tags",
    clause: "Q3BX",
    kind: "reply",
    tree: onAction("ImportKeyPair", drop("tagSet")),
  },
  {
    id: "tags-lost-in-describe",
    summary: "A description does not show the tags.",
    area: "tags",
    clause: "V2PM",
    kind: "reply",
    tree: onAction(
      "DescribeKeyPairs",
      change("tagSet", ({ name }) => [element(name, [])]),
    ),
  },
  {
    id: "untagged-gets-tag",
    summary: "A key that is imported without tags gets one.",
    area: "response",
    clause: "Z9QU",
    kind: "reply",
    tree: onAction("ImportKeyPair", (answer, exchange) => {
      if (exchange.call.parameters.has("TagSpecification.1.ResourceType")) return answer;
      const tag = element("item", [element("key", "Name"), element("value", "unnamed")]);
      return add("ImportKeyPairResponse", element("tagSet", [tag]))(answer, exchange);
    }),
  },
  {
    id: "tags-twice",
    summary: "Every tag is kept twice.",
    area: "tags",
    clause: "Q3BX",
    kind: "behaviour",
    behaviour: { keptTags: (tags) => tags.flatMap((tag) => [tag, tag]) },
  },
  {
    id: "tags-last-lost",
    summary: "The last of several tags is dropped.",
    area: "tags",
    clause: "Q3BX",
    kind: "behaviour",
    behaviour: { keptTags: (tags) => (tags.length > 1 ? tags.slice(0, -1) : tags) },
  },
  {
    id: "tags-first-only",
    summary: "Only the first tag is kept.",
    area: "tags",
    clause: "Q3BX",
    kind: "behaviour",
    behaviour: { keptTags: (tags) => tags.slice(0, 1) },
  },
  {
    id: "tag-key-and-value-swapped",
    summary: "The key and the value of a tag are swapped.",
    area: "tags",
    clause: "Q3BX",
    kind: "behaviour",
    behaviour: keepAs(({ key, value }) => ({ key: value, value: key })),
  },
  {
    id: "tag-value-trimmed",
    summary: "Blanks around a tag value are cut off.",
    area: "tags",
    clause: "H9WQ",
    kind: "behaviour",
    behaviour: value((text) => text.trim()),
  },
  {
    id: "tag-value-lower-cased",
    summary: "Tag values are kept in lower case.",
    area: "tags",
    clause: "W4K6",
    kind: "behaviour",
    behaviour: value((text) => text.toLowerCase()),
  },
  {
    id: "tag-key-lower-cased",
    summary: "Tag keys are kept in lower case.",
    area: "tags",
    clause: "W4K6",
    kind: "behaviour",
    behaviour: keepAs(({ key, value }) => ({ key: key.toLowerCase(), value })),
  },
  {
    id: "tag-keys-folded",
    summary: "Of tag keys that differ in case only, the last wins.",
    area: "tags",
    clause: "W4K6",
    kind: "behaviour",
    behaviour: { keptTags: (tags) => [...new Map(tags.map((tag) => [tag.key.toLowerCase(), tag])).values()] },
  },
  {
    id: "tag-astral-characters-broken",
    summary: "Characters outside of the BMP become question marks in tags.",
    area: "tags",
    clause: "F8ME",
    kind: "behaviour",
    behaviour: keepAs(({ key, value }) => ({
      key: key.replace(/[\u{10000}-\u{10FFFF}]/gu, "??"),
      value: value.replace(/[\u{10000}-\u{10FFFF}]/gu, "??"),
    })),
  },
  {
    id: "tag-characters-beyond-ascii-broken",
    summary: "Characters beyond ASCII become question marks in tags.",
    area: "tags",
    clause: "F8ME",
    kind: "behaviour",
    behaviour: value((text) => text.replace(/[^\0-\x7F]/gu, "?")),
  },
  {
    id: "tag-metacharacters-lost",
    summary: "The metacharacters of XML are dropped from tag values.",
    area: "tags",
    clause: "H9WQ",
    kind: "behaviour",
    behaviour: value((text) => text.replace(/[<>&"']/g, "")),
  },
  {
    id: "tag-value-truncated",
    summary: "Tag values are cut after 255 characters.",
    area: "tags",
    clause: "C4J2",
    kind: "behaviour",
    behaviour: value((text) => text.slice(0, 255)),
  },
  {
    id: "tag-value-empty-lost",
    summary: "A tag with an empty value is dropped.",
    area: "tags",
    clause: "X9TQ",
    kind: "behaviour",
    behaviour: { keptTags: (tags) => tags.filter((tag) => tag.value !== "") },
  },
  {
    id: "tag-value-empty-replaced",
    summary: "An empty tag value is kept as the text None.",
    area: "tags",
    clause: "X9TQ",
    kind: "behaviour",
    behaviour: value((text) => text || "None"),
  },
  {
    id: "tag-items-misnamed",
    summary: "The tags in tagSet are called member instead of item.",
    area: "protocol",
    clause: "L6ME",
    kind: "reply",
    tree: onAction(
      "ImportKeyPair",
      change("tagSet", (set, exchange) => [
        rename("item", "member")({ status: 200, headers: {}, root: set }, exchange).root,
      ]),
    ),
  },
  {
    id: "refused-tag-leaves-key",
    summary: "A request that is refused for its tags leaves a key behind.",
    area: "tags",
    clause: "E8V4",
    kind: "behaviour",
    behaviour: keepRefused((refusal) => refusal.startsWith("tag")),
  },
];
