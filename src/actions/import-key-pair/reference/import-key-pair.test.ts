import { expect, test } from "vitest";
import { createMock } from "../../../mock/create-mock.ts";
import { ask } from "../../../mock/testing/ask.ts";
import { accepted, refused, rsa, wire } from "../../../mock/testing/materials.ts";

const importing = { Action: "ImportKeyPair", KeyName: "k", PublicKeyMaterial: wire(rsa) };
const { KeyName: _name, ...nameless } = importing;
const { PublicKeyMaterial: _material, ...immaterial } = importing;

const tagged = (tags: Readonly<Record<string, string>>, resourceType = "key-pair") => ({
  ...importing,
  "TagSpecification.1.ResourceType": resourceType,
  ...Object.fromEntries(
    Object.entries(tags).flatMap(([key, value], at) => [
      [`TagSpecification.1.Tag.${at + 1}.Key`, key],
      [`TagSpecification.1.Tag.${at + 1}.Value`, value],
    ]),
  ),
});
const manyTags = (count: number) =>
  tagged(Object.fromEntries(Array.from({ length: count }, (_, at) => [`k${at}`, ""])));

test.for(Object.entries(accepted))("takes %s", async ([, text]) => {
  const { status, body } = await ask(createMock(), { form: { ...importing, PublicKeyMaterial: wire(text) } });
  expect({ status, body }).toMatchObject({ status: 200 });
});

test.for(Object.entries(refused))("refuses as a key: %s", async ([, text]) => {
  const { status, code, message } = await ask(createMock(), { form: { ...importing, PublicKeyMaterial: wire(text) } });
  expect({ status, code, message }).toEqual({
    status: 400,
    code: "InvalidKey.Format",
    message: "Key is not in valid OpenSSH public key format",
  });
});

test("takes line breaks in the base64", async () => {
  const PublicKeyMaterial = wire(rsa).replace(/.{60}/g, "$&\n");
  expect((await ask(createMock(), { form: { ...importing, PublicKeyMaterial } })).status).toBe(200);
});

const invalid = "InvalidParameterValue";

test.for([
  { title: "no name", given: nameless, want: "MissingParameter" },
  { title: "an empty name", given: { ...importing, KeyName: "" }, want: "MissingParameter" },
  { title: "255 characters of name", given: { ...importing, KeyName: "n".repeat(255) }, want: undefined },
  { title: "256 characters of name", given: { ...importing, KeyName: "n".repeat(256) }, want: invalid },
  { title: "a name beyond ASCII", given: { ...importing, KeyName: "naïve" }, want: invalid },
  { title: "a leading blank", given: { ...importing, KeyName: " n" }, want: invalid },
  { title: "a trailing blank", given: { ...importing, KeyName: "n " }, want: invalid },
  { title: "punctuation", given: { ...importing, KeyName: `a b:+/=@._-<>&"'` }, want: undefined },
  { title: "no material", given: immaterial, want: "MissingParameter" },
  { title: "empty material", given: { ...importing, PublicKeyMaterial: "" }, want: "MissingParameter" },
  { title: "long material", given: { ...importing, PublicKeyMaterial: wire("x".repeat(2049)) }, want: invalid },
  { title: "material beyond ASCII", given: { ...importing, PublicKeyMaterial: wire(`${rsa} é`) }, want: invalid },
  { title: "material not in base64", given: { ...importing, PublicKeyMaterial: "!" }, want: "InvalidKey.Format" },
  { title: "tags of an instance", given: tagged({ a: "b" }, "instance"), want: invalid },
  { title: "tags without a type", given: tagged({ a: "b" }, ""), want: invalid },
  { title: "no tags", given: tagged({}), want: invalid },
  {
    title: "a second type",
    given: { ...tagged({ a: "b" }), "TagSpecification.2.ResourceType": "vpc", "TagSpecification.2.Tag.1.Key": "c" },
    want: invalid,
  },
  { title: "50 tags", given: manyTags(50), want: undefined },
  { title: "51 tags", given: manyTags(51), want: "TagLimitExceeded" },
  { title: "a tag key of 128", given: tagged({ ["k".repeat(128)]: "" }), want: undefined },
  { title: "a tag key of 128 astral characters", given: tagged({ ["\u{1F511}".repeat(128)]: "" }), want: undefined },
  { title: "a tag key of 129", given: tagged({ ["k".repeat(129)]: "" }), want: invalid },
  { title: "a tag value of 256", given: tagged({ k: "v".repeat(256) }), want: undefined },
  { title: "a tag value of 257", given: tagged({ k: "v".repeat(257) }), want: invalid },
  { title: "an empty tag key", given: tagged({ "": "v" }), want: invalid },
  { title: "a reserved tag key", given: tagged({ "aws:k": "v" }), want: invalid },
  { title: "tag keys that differ in case", given: tagged({ Foo: "1", foo: "2" }), want: undefined },
  {
    title: "a tag key twice",
    given: { ...tagged({ k: "1" }), "TagSpecification.1.Tag.2.Key": "k" },
    want: invalid,
  },
  { title: "a dry run", given: { ...importing, DryRun: "true" }, want: "DryRunOperation" },
  { title: "no dry run", given: { ...importing, DryRun: "false" }, want: undefined },
])("$title: $want", async ({ given, want }) => {
  const mock = createMock();
  const { status, code } = await ask(mock, { form: given });
  expect({ status, code }).toEqual({ status: want ? (want === "DryRunOperation" ? 412 : 400) : 200, code: want });

  const { body } = await ask(mock, { form: { Action: "DescribeKeyPairs" } });
  expect(body.includes("<keySet/>"), "a refusal leaves nothing behind").toBe(want !== undefined);
});

test("keeps the first key when its name is taken", async () => {
  const mock = createMock();
  await ask(mock, { form: importing });
  const describe = async () =>
    (await ask(mock, { form: { Action: "DescribeKeyPairs" } })).body.replace(/<requestId.*?Id>/, "");
  const before = await describe();
  for (const text of [rsa, accepted["ed25519"] ?? ""]) {
    const { status, code, message } = await ask(mock, { form: { ...importing, PublicKeyMaterial: wire(text) } });
    expect({ status, code, message }).toEqual({
      status: 400,
      code: "InvalidKeyPair.Duplicate",
      message: "The keypair already exists",
    });
  }
  expect(await describe()).toBe(before);
});

test("ends where the rules say", async () => {
  const mock = createMock({ rules: { keyPairsMax: 1, nameMaxLength: 3 } });
  expect((await ask(mock, { form: { ...importing, KeyName: "four" } })).code).toBe(invalid);
  await ask(mock, { form: importing });
  const { code, message } = await ask(mock, { form: { ...importing, KeyName: "two" } });
  expect({ code, message }).toEqual({ code: "KeyPairLimitExceeded", message: "Maximum of 1 keypairs reached." });
});
