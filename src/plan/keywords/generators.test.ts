import { expect, test } from "vitest";
import { importKeyPair } from "../../actions/import-key-pair/import-key-pair.ts";
import { SpecError } from "../../errors.ts";
import type { Value } from "../../model.ts";
import type { WireSchema } from "../../spec/contract.ts";
import { contract } from "../../testing/observations.ts";
import { type Keyword, keywords } from "../constraint-sites.ts";
import { generators } from "./generators.ts";
import type { Probe } from "./probe.ts";

interface Row {
  readonly keyword: Keyword;
  readonly path: readonly string[];
  readonly schema: WireSchema;
  readonly want: readonly (readonly [slug: string, outcome: Probe["outcome"], value: Value | undefined])[];
}

const name = ["KeyName"];
const key = ["TagSpecifications", "Tags", "Key"];
const tags = ["TagSpecifications", "Tags"];
const padded = (to: number): Value => ({ $pad: "{name}", to, with: "x" });
const xs = (times: number): Value => ({ $repeat: "x", times });
const material = (to: number): Value => ({ $material: "rsa-4096", to });
const tag = (index: number): Value => ({ Key: `purpose-${index}`, Value: `conformance-${index}` });

const rows: readonly Row[] = [
  { keyword: "required", path: name, schema: {}, want: [["absent", "refused", undefined]] },
  { keyword: "minLength", path: name, schema: { minLength: 1 }, want: [["empty", "refused", ""]] },
  {
    keyword: "minLength",
    path: name,
    schema: { minLength: 40 },
    want: [
      ["40", "accepted", padded(40)],
      ["39", "refused", padded(39)],
    ],
  },
  {
    keyword: "minLength",
    path: name,
    // No name of a run's own is so short.
    schema: { minLength: 5 },
    want: [["4", "refused", xs(4)]],
  },
  {
    keyword: "minLength",
    path: ["PublicKeyMaterial"],
    schema: { minLength: 100, contentEncoding: "base64" },
    want: [
      ["100", "accepted", { $material: "ed25519", to: 100 }],
      ["72", "refused", xs(72)],
    ],
  },
  {
    keyword: "maxLength",
    path: name,
    schema: { maxLength: 100 },
    want: [
      ["100", "accepted", padded(100)],
      ["101", "refused", padded(101)],
      ["400", "refused", padded(400)],
    ],
  },
  {
    keyword: "maxLength",
    path: key,
    schema: { maxLength: 127, "x-disputed": [128] },
    want: [
      ["127", "accepted", xs(127)],
      ["128", "disputed", xs(128)],
      ["129", "refused", xs(129)],
      ["508", "refused", xs(508)],
    ],
  },
  {
    keyword: "maxLength",
    path: ["PublicKeyMaterial"],
    schema: { maxLength: 2048, contentEncoding: "base64" },
    want: [
      ["1536", "accepted", material(1536)],
      ["1537", "disputed", material(1537)],
      ["2048", "disputed", material(2048)],
      ["2049", "refused", material(2049)],
    ],
  },
  {
    keyword: "pattern",
    path: key,
    schema: {
      pattern: "^(?!aws:)",
      "x-probes": [
        { slug: "a", title: "a", value: "aws:x" },
        { slug: "b", title: "b", value: "my-aws:x" },
      ],
    },
    want: [
      ["a", "refused", "aws:x"],
      ["b", "accepted", "my-aws:x"],
    ],
  },
  {
    keyword: "enum",
    path: ["TagSpecifications", "ResourceType"],
    schema: { enum: ["key-pair"] },
    want: [["key-pair", "accepted", "key-pair"]],
  },
  {
    keyword: "enum",
    path: ["TagSpecifications", "ResourceType"],
    schema: { enum: ["key-pair", "new"], "x-universe": "small.yaml" },
    want: [
      ["key-pair", "accepted", "key-pair"],
      ["new", "accepted", "new"],
      ["instance", "refused", "instance"],
    ],
  },
  { keyword: "minItems", path: tags, schema: { minItems: 1 }, want: [["0", "refused", []]] },
  { keyword: "minItems", path: tags, schema: { minItems: 2 }, want: [["1", "refused", [tag(0)]]] },
  {
    keyword: "maxItems",
    path: tags,
    schema: { maxItems: 2 },
    want: [
      ["2", "accepted", [tag(0), tag(1)]],
      ["3", "refused", [tag(0), tag(1), tag(2)]],
    ],
  },
  {
    keyword: "contentEncoding",
    path: ["PublicKeyMaterial"],
    schema: { contentEncoding: "base64" },
    want: [["bare", "disputed", material(1024)]],
  },
  {
    keyword: "x-unique-by",
    path: tags,
    schema: { "x-unique-by": "Key" },
    want: [
      ["same", "refused", [tag(0), tag(0)]],
      ["same-key", "refused", [tag(0), { Key: "purpose-0", Value: "conformance-1" }]],
    ],
  },
];

const probesOf = ({ keyword, path, schema }: Omit<Row, "want">): readonly Probe[] =>
  generators[keyword]({
    action: importKeyPair,
    contract: { ...contract, universes: { "small.yaml": ["key-pair", "instance"] } },
    site: { keyword, pointer: `/x/${keyword}`, path, schema },
    field: path.join("."),
  });

test.for(rows)("$keyword of $schema at $path", (row) => {
  expect(probesOf(row).map(({ slug, outcome, value }) => [slug, outcome, value])).toEqual(row.want);
});

test.for(rows)("law: the titles of $keyword at $path name its field or the value tried, each once", (row) => {
  const titles = probesOf(row).map(({ title }) => title);
  expect(new Set(titles).size).toBe(titles.length);
  if (row.keyword !== "pattern") for (const title of titles) expect(title).toContain(row.path.join("."));
});

test("every keyword has a row", () => {
  expect(new Set(rows.map(({ keyword }) => keyword))).toEqual(new Set(keywords));
});

test("a bare value is set on the wire, where no SDK could encode it", () => {
  const [bare] = probesOf({
    keyword: "contentEncoding",
    path: ["PublicKeyMaterial"],
    schema: { contentEncoding: "base64" },
  });
  expect(bare?.wire).toEqual({ set: { PublicKeyMaterial: material(1024) } });
});

test("a pattern that nothing breaks is a mistake in the file", () => {
  const schema = { pattern: "a", "x-probes": [{ slug: "a", title: "a", value: "a" }] };
  expect(() => probesOf({ keyword: "pattern", path: name, schema })).toThrow(SpecError);
  expect(() => probesOf({ keyword: "pattern", path: name, schema: { pattern: "a" } })).toThrow(
    "none of its x-probes breaks the pattern",
  );
});
