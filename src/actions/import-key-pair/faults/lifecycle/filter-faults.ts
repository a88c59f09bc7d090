import { failure } from "../../../../mock/answer.ts";
import type { Behaviour } from "../../reference/behaviour.ts";
import { type Filter, selects } from "../../reference/filter.ts";
import type { KeyPair } from "../../reference/key-pair-store.ts";
import { onAction } from "../edit-answer.ts";
import type { KeyPairFault } from "../key-pair-fault.ts";

const named = (applies: (name: string) => boolean, passes: boolean): Pick<Behaviour, "selects"> => ({
  selects: (pair, filter) => (applies(filter.name) ? passes : selects(pair, filter)),
});

const withValues = (change: (values: readonly string[]) => readonly string[]): Pick<Behaviour, "selects"> => ({
  selects: (pair, filter: Filter) => selects(pair, { name: filter.name, values: change(filter.values) }),
});

const lowerCased = (pair: KeyPair): KeyPair => ({
  ...pair,
  name: pair.name.toLowerCase(),
  tags: pair.tags.map(({ key, value }) => ({ key: key.toLowerCase(), value: value.toLowerCase() })),
});

/** How the filters of a description select. */
export const filterFaults: readonly KeyPairFault[] = [
  {
    id: "filters-ignored",
    summary: "Filters are ignored.",
    area: "lifecycle",
    clause: "Z2ZF",
    bug: { emulator: "moto", link: "https://github.com/getmoto/moto/pull/1140" },
    kind: "behaviour",
    behaviour: named(() => true, true),
  },
  {
    id: "filter-key-name-ignored",
    summary: "The filter key-name is ignored.",
    area: "lifecycle",
    clause: "Z2ZF",
    kind: "behaviour",
    behaviour: named((name) => name === "key-name", true),
  },
  {
    id: "filter-id-ignored",
    summary: "The filter key-pair-id is ignored.",
    area: "lifecycle",
    clause: "C7MZ",
    kind: "behaviour",
    behaviour: named((name) => name === "key-pair-id", true),
  },
  {
    id: "filter-fingerprint-ignored",
    summary: "The filter fingerprint is ignored.",
    area: "lifecycle",
    clause: "X4DM",
    kind: "behaviour",
    behaviour: named((name) => name === "fingerprint", true),
  },
  {
    id: "filter-fingerprint-finds-nothing",
    summary: "The filter fingerprint finds no key.",
    area: "lifecycle",
    clause: "X4DM",
    kind: "behaviour",
    behaviour: named((name) => name === "fingerprint", false),
  },
  {
    id: "filter-tag-ignored",
    summary: "Filters on a tag's value are ignored.",
    area: "lifecycle",
    clause: "N6QK",
    kind: "behaviour",
    behaviour: named((name) => name.startsWith("tag:"), true),
  },
  {
    id: "filter-tag-finds-nothing",
    summary: "Filters on a tag's value find no key.",
    area: "lifecycle",
    clause: "N6QK",
    kind: "behaviour",
    behaviour: named((name) => name.startsWith("tag:"), false),
  },
  {
    id: "filter-tag-key-ignored",
    summary: "The filter tag-key is ignored.",
    area: "lifecycle",
    clause: "E2PV",
    kind: "behaviour",
    behaviour: named((name) => name === "tag-key", true),
  },
  {
    id: "filter-tag-key-finds-nothing",
    summary: "The filter tag-key finds no key.",
    area: "lifecycle",
    clause: "E2PV",
    kind: "behaviour",
    behaviour: named((name) => name === "tag-key", false),
  },
  {
    id: "filter-wildcards-literal",
    summary: "Wildcards in filters have no meaning.",
    area: "lifecycle",
    clause: "Q6XB",
    kind: "behaviour",
    behaviour: withValues((values) => values.map((value) => value.replace(/[*?]/g, "\\$&"))),
  },
  {
    id: "filter-matches-prefix",
    summary: "A filter's value need only be the start.",
    area: "lifecycle",
    clause: "Z2ZF",
    kind: "behaviour",
    behaviour: withValues((values) => values.map((value) => `${value}*`)),
  },
  {
    id: "filter-first-value-only",
    summary: "Of a filter's values only the first counts.",
    area: "lifecycle",
    clause: "J3YW",
    kind: "behaviour",
    behaviour: withValues((values) => values.slice(0, 1)),
  },
  {
    id: "filter-case-insensitive",
    summary: "Filters do not tell upper case from lower case.",
    area: "lifecycle",
    clause: "C5FV",
    kind: "behaviour",
    behaviour: {
      selects: (pair, { name, values }) =>
        selects(lowerCased(pair), {
          name: name.toLowerCase(),
          values: values.map((value) => value.toLowerCase()),
        }),
    },
  },
  {
    id: "filter-tag-case-insensitive",
    summary: "Filters do not tell upper case from lower case in the key of a tag.",
    area: "lifecycle",
    clause: "C5FV",
    kind: "behaviour",
    behaviour: {
      selects: (pair, filter) =>
        selects(
          { ...pair, tags: pair.tags.map((tag) => ({ ...tag, key: tag.key.toLowerCase() })) },
          { ...filter, name: filter.name.toLowerCase() },
        ),
    },
  },
  {
    id: "filter-question-mark-literal",
    summary: "A ? in a filter has no meaning.",
    area: "lifecycle",
    clause: "Q5MK",
    kind: "behaviour",
    behaviour: withValues((values) => values.map((value) => value.replaceAll("?", "\\?"))),
  },
  {
    id: "filter-backslash-literal",
    summary: "A backslash in a filter stands for itself.",
    area: "lifecycle",
    clause: "E5SC",
    kind: "behaviour",
    behaviour: withValues((values) => values.map((value) => value.replaceAll("\\", "\\\\"))),
  },
  {
    id: "filter-backslash-ignored",
    summary: "A wildcard in a filter keeps its meaning behind a backslash.",
    area: "lifecycle",
    clause: "E5SC",
    kind: "behaviour",
    behaviour: withValues((values) => values.map((value) => value.replaceAll("\\", ""))),
  },
  {
    id: "filter-without-match-refused",
    summary: "A filter that fits no key is answered as a missing key.",
    area: "lifecycle",
    clause: "M2CK",
    kind: "reply",
    tree: onAction("DescribeKeyPairs", (answer, { call }) => {
      const message = "The key pair does not exist";
      return call.parameters.has("Filter.1.Name") &&
        JSON.stringify(answer.root).includes('"name":"keySet","content":[]')
        ? failure(call.requestId, { status: 400, code: "InvalidKeyPair.NotFound", message })
        : answer;
    }),
  },
];
