import { expect, test } from "vitest";
import { digestsByPrograms, importBySshKeygen } from "../../../scripts/key-programs.ts";
import type { Digest } from "../../model.ts";
import { defaultSpecDir } from "../../spec/load-contract.ts";
import { readJsonSchema } from "../../spec/read-json-schema.ts";
import { readSpecFile } from "../../spec/read-spec-file.ts";
import { drawMaterial, type KeyMaterial, keysOf, wireForms } from "./draw-material.ts";
import { damages } from "./keys/damage-material.ts";
import { encodings } from "./keys/encode-material.ts";
import { fingerprint } from "./keys/fingerprint.ts";
import { drawFreshKeys, isFreshKey } from "./keys/fresh-keys.ts";
import { parsePublicKey } from "./keys/parse-public-key.ts";
import { bitLength } from "./keys/parsed-key.ts";
import { readFixtureKey } from "./read-fixtures.ts";

const schema = readJsonSchema("key-materials");
const { value: entries } = readSpecFile<readonly KeyMaterial[]>(defaultSpecDir, "key-materials.yaml", schema);
const names = [...new Set(entries.flatMap(keysOf))];
const keys = {
  ...(await drawFreshKeys(names.filter(isFreshKey))),
  ...Object.fromEntries(names.filter((name) => !isFreshKey(name)).map((name) => [name, readFixtureKey(name)])),
};
/** Wire forms that a server may fail to decode, so that what the text is doesn't matter. */
const odd = (entry: KeyMaterial) => ["base64-url", "base64-unpadded", "none"].includes(entry.wire ?? "base64");
const kinds = { accepted: "key", refused: "refused", open: "open" };

test("names and titles are unique", () => {
  expect(new Set(entries.map(({ name }) => name)).size).toBe(entries.length);
  expect(new Set(entries.map(({ title }) => title)).size).toBe(entries.length);
});

test("the schema knows exactly the encodings, damages and wire forms that can be drawn", () => {
  expect(schema).toMatchObject({
    $defs: {
      material: { properties: { encoding: { enum: encodings }, damage: { enum: damages }, wire: { enum: wireForms } } },
    },
  });
});

test("each encoding, damage and wire form has an entry", () => {
  expect(new Set(entries.map(({ damage }) => damage))).toEqual(new Set([undefined, ...damages]));
  expect(new Set(entries.map(({ encoding }) => encoding))).toEqual(new Set([undefined, ...encodings]));
  expect(new Set(entries.map(({ wire = "base64" }) => wire))).toEqual(new Set(wireForms));
});

test.each(entries.filter((entry) => !odd(entry)))("$name is $expect, says the oracle", (entry) => {
  const { text, wire } = drawMaterial(entry, keys);
  expect(Buffer.from(wire, "base64")).toEqual(Buffer.from(text));
  expect(parsePublicKey(text).kind).toBe(kinds[entry.expect]);
});

test.each(entries.filter(odd))("$name is not accepted for sure, and differs from the base64 of its text", (entry) => {
  const { text, wire } = drawMaterial(entry, keys);
  expect(entry.expect).not.toBe("accepted");
  expect(wire).not.toBe(Buffer.from(text).toString("base64"));
});

test.each(entries.filter((entry) => entry.expect === "accepted"))(
  "$name has the digests of ssh-keygen and openssl",
  (entry) => {
    const text = Buffer.from(drawMaterial(entry, keys).text).toString();
    const parsed = parsePublicKey(text);
    if (parsed.kind !== "key") throw new Error(`parsed as ${parsed.kind}`);
    const want = digestsByPrograms(text.startsWith("----") ? importBySshKeygen(text, "RFC4716") : text);
    for (const digest of Object.keys(want) as Digest[]) expect(fingerprint(parsed.key, digest)).toBe(want[digest]);
    expect(parsed.key.kind).toBe(entry.type);
    if (parsed.key.kind === "rsa") expect(bitLength(parsed.key.n)).toBe(entry.bits);
  },
);

const line = `ssh-ed25519 ${"A".repeat(68)}`;
const base: KeyMaterial = {
  name: "a",
  title: "a",
  clause: "AAAA",
  expect: "open",
  type: "ed25519",
  key: "k",
  encoding: "openssh",
};
test.each<{ given: Partial<KeyMaterial>; text: string; wire: string }>([
  { given: {}, text: line, wire: base64(line) },
  { given: { comment: "x y" }, text: `${line} x y`, wire: base64(`${line} x y`) },
  { given: { length: 90 }, text: `${line} paddedxxx`, wire: base64(`${line} paddedxxx`) },
  { given: { also: "k" }, text: `${line}\n${line}\n`, wire: base64(`${line}\n${line}\n`) },
  { given: { wire: "none" }, text: line, wire: line },
  { given: { wire: "base64-twice" }, text: base64(line), wire: base64(base64(line)) },
  { given: { wire: "base64-unpadded" }, text: line, wire: base64(line).replace("=", "") },
  {
    given: { wire: "base64-lines" },
    text: line,
    wire: base64(line)
      .replace(/^.{60}/, "$&\n")
      .concat("\n"),
  },
])("$given", ({ given, text, wire }) => {
  const drawn = drawMaterial({ ...base, ...given }, { k: line });
  expect(Buffer.from(drawn.text).toString()).toBe(text);
  expect(drawn.wire).toBe(wire);
});

test("a literal text is sent as UTF-8", () => {
  const { name, title, clause, expect: expected } = base;
  const drawn = drawMaterial({ name, title, clause, expect: expected, type: "none", text: "ключ" }, {});
  expect(drawn).toEqual({ text: Buffer.from("ключ"), wire: base64("ключ") });
});

test.each([
  { given: "an unknown key", entry: { ...base, key: "missing" }, why: "there is no key named missing" },
  { given: "a length that the key exceeds", entry: { ...base, length: 20 }, why: "67 characters more than its length" },
])("$given is a mistake in the file", ({ entry, why }) => {
  expect(() => drawMaterial(entry, { k: line })).toThrow(why);
});

function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}
