import type { Question } from "../../../mock/testing/ask.ts";
import { awsVectors } from "../../../mock/testing/aws-vectors.ts";
import { accepted, ed25519, refused, rsa, wire } from "../../../mock/testing/materials.ts";

type Form = Readonly<Record<string, string>>;

let count = 0;
const importing = (form: Form = {}, without?: string): Question => {
  const all = { Action: "ImportKeyPair", KeyName: `n${count++}`, PublicKeyMaterial: wire(rsa), ...form };
  return { form: Object.fromEntries(Object.entries(all).filter(([name]) => name !== without)) };
};
const describing = (form: Form = {}): Question => ({ form: { Action: "DescribeKeyPairs", ...form } });
const filtering = (name: string, ...values: readonly string[]): Question =>
  describing({
    "Filter.1.Name": name,
    ...Object.fromEntries(values.map((value, at) => [`Filter.1.Value.${at + 1}`, value])),
  });
const deleting = (form: Form): Question => ({ form: { Action: "DeleteKeyPair", ...form } });

const tagged = (tags: readonly (readonly [string, string])[], resourceType = "key-pair"): Question =>
  importing({
    "TagSpecification.1.ResourceType": resourceType,
    ...Object.fromEntries(
      tags.flatMap(([key, value], at) => [
        [`TagSpecification.1.Tag.${at + 1}.Key`, key],
        [`TagSpecification.1.Tag.${at + 1}.Value`, value],
      ]),
    ),
  });
const numbered = (length: number) => Array.from({ length }, (_, at) => [`k${at}`, "v"] as const);

/** What a client asks who is curious about everything. */
export const probes: readonly Question[] = [
  tagged([["bytes", "é".repeat(256)]]),
  ...awsVectors.map(({ line }) => importing({ PublicKeyMaterial: wire(line) })),
  ...Object.values(accepted).map((text) => importing({ PublicKeyMaterial: wire(text) })),
  ...Object.values(refused).map((text) => importing({ PublicKeyMaterial: wire(text) })),
  importing({ PublicKeyMaterial: wire(rsa).replace(/.{60}/g, "$&\n") }),
  importing({ PublicKeyMaterial: wire("x".repeat(2049)) }),
  importing({ PublicKeyMaterial: wire(`${rsa} `.padEnd(1540, "x")) }),
  importing({ PublicKeyMaterial: rsa }),
  importing({ keyname: "lower" }, "KeyName"),
  importing({ PublicKeyMaterial: wire(`${rsa} `.padEnd(2060, "x")) }),
  importing({ PublicKeyMaterial: wire(`${ed25519} é`) }),
  importing({ PublicKeyMaterial: "" }),
  importing({}, "PublicKeyMaterial"),
  importing({}, "KeyName"),
  ...[
    "",
    "a".repeat(255),
    "b".repeat(256),
    "ü",
    " lead",
    "trail ",
    "in ner",
    "a:b",
    "a+/=b",
    "a@b",
    "a.b_c",
    "a%41;b",
    `<&>"'`,
  ].map((KeyName) => importing({ KeyName })),
  importing({ KeyName: "Twice" }),
  importing({ KeyName: "Twice" }),
  importing({ KeyName: "Twice", PublicKeyMaterial: wire(ed25519) }),
  importing({ KeyName: "twice" }),
  { ...importing({ KeyName: "Twice" }), region: "eu-west-1" },
  tagged([
    ["Foo", " Bar "],
    ["foo", ""],
    ["\u{1F511}", "ü\u{1F511}<&>"],
  ]),
  tagged(numbered(50)),
  tagged(numbered(51)),
  ...[127, 129].map((length) => tagged([["k".repeat(length), "v"]])),
  ...[256, 257].map((length) => tagged([["k", "v".repeat(length)]])),
  tagged([["", "v"]]),
  tagged([["aws:k", "v"]]),
  tagged([
    ["k", "1"],
    ["k", "2"],
  ]),
  tagged([]),
  ...["instance", "ipam-pool", "route-server", "no-such-type", ""].map((type) => tagged([["k", "v"]], type)),
  importing({
    "TagSpecification.1.ResourceType": "key-pair",
    "TagSpecification.1.Tag.1.Key": "k",
    "TagSpecification.2.ResourceType": "instance",
    "TagSpecification.2.Tag.1.Key": "l",
  }),
  importing({ DryRun: "true" }),
  importing({ KeyName: "rehearsed", DryRun: "true" }),
  importing({ KeyName: "rehearsed" }),
  importing({ DryRun: "false" }),
  importing({ Nope: "1" }),
  { form: { Action: "Nope" } },
  { ...importing(), method: "GET" },
  { ...importing(), contentType: "application/x-www-form-urlencoded; charset=utf-8" },
  {
    form: `Version=2016-11-15&KeyName=a+b%2fc&PublicKeyMaterial=${encodeURIComponent(wire(ed25519))}&Action=ImportKeyPair`,
  },
  describing({ IncludePublicKey: "true" }),
  describing({ "KeyName.1": "Twice" }),
  importing({ KeyName: "Thrice" }),
  describing({ "KeyName.1": "Twice", "KeyName.2": "Thrice" }),
  describing({ "KeyName.1": "no such" }),
  describing({ "KeyPairId.1": "key-00000000000000000" }),
  filtering("key-name", "Twice"),
  filtering("key-name", "Tw*"),
  filtering("key-name", "Twi"),
  filtering("key-name", "no such", "Twice"),
  filtering("key-name", "no such"),
  filtering("key-pair-id", "key-*"),
  filtering("key-pair-id", "key-1"),
  filtering("fingerprint", "4LmcYnyBOqlloHZ5TKAxfa8BgMK2wL6WeOOTvXVdhmw="),
  filtering("tag-key", "Foo"),
  filtering("key-name", "TWICE"),
  filtering("key-name", "Twic?"),
  filtering("key-name", "Twic\\*"),
  filtering("tag:FOO", " Bar "),
  filtering("no-such-filter", "x"),
  ...[
    ["Twice", "Thrice"],
    ["Thrice", "Twice"],
  ].map(([one = "", other = ""]) =>
    describing({
      "Filter.1.Name": "key-name",
      "Filter.1.Value.1": one,
      "Filter.2.Name": "key-name",
      "Filter.2.Value.1": other,
    }),
  ),
  describing({ "KeyName.1": "Twice", "KeyName.2": "Thrice", "Filter.1.Name": "key-name", "Filter.1.Value.1": "Twice" }),
  describing({ "KeyName.1": "Twice", "Filter.1.Name": "key-name", "Filter.1.Value.1": "T*ice" }),
  describing({ Filter: "" }),
  describing({ "KeyName.1": "Twice", DryRun: "true" }),
  importing({
    KeyName: "star*",
    "TagSpecification.1.ResourceType": "key-pair",
    "TagSpecification.1.Tag.1.Key": "k",
    "TagSpecification.1.Tag.1.Value": "v",
  }),
  filtering("key-name", "star\\*"),
  filtering("key-name", "sta\\r*"),
  deleting({ KeyName: "star*", DryRun: "true" }),
  describing({ "KeyName.1": "star*" }),
  deleting({ KeyName: "star*" }),
  importing({ KeyName: "star*" }),
  describing({ "KeyName.1": "star*" }),
  deleting({}),
  filtering("tag:Foo", " Bar "),
  deleting({ KeyName: "Twice" }),
  deleting({ KeyName: "Twice" }),
  describing({ "KeyName.1": "Twice" }),
  importing({ KeyName: "Twice" }),
  { ...describing(), region: "eu-west-1" },
  describing(),
  importing({ KeyName: "a\0b" }),
  importing(),
  { form: "Action=ImportKeyPair&Version=2016-11-15&KeyName=%ff&PublicKeyMaterial=x" },
  importing(),
  { form: "Action=DescribeKeyPairs&Version=2016-11-15&%zz=1" },
  importing(),
  importing(Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`Filler.${at}`, "x"]))),
  importing(),
  importing({ PublicKeyMaterial: wire("x".repeat(500_000)) }),
  importing(),
];
