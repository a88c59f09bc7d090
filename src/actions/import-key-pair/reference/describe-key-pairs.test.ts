import { beforeEach, expect, test } from "vitest";
import { createMock, type Mock } from "../../../mock/create-mock.ts";
import { ask } from "../../../mock/testing/ask.ts";
import { ed25519, rsa, wire } from "../../../mock/testing/materials.ts";

let mock: Mock;
let ids: readonly string[];

const inside = (body: string, name: string) =>
  [...body.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, "g"))].map(([, text]) => text ?? "");

beforeEach(async () => {
  mock = createMock({ now: () => new Date("2026-11-24T10:00:00.123Z") });
  const add = (KeyName: string, text: string, Value: string) =>
    ask(mock, {
      form: {
        Action: "ImportKeyPair",
        KeyName,
        PublicKeyMaterial: wire(text),
        "TagSpecification.1.ResourceType": "key-pair",
        "TagSpecification.1.Tag.1.Key": `for-${KeyName}`,
        "TagSpecification.1.Tag.1.Value": Value,
      },
    });
  const [one, two] = [await add("one", `${rsa} me@home`, "x*y"), await add("two", ed25519, "xzy")];
  ids = [one, two].flatMap(({ body }) => inside(body, "keyPairId"));
});

const filter = (name: string, ...values: readonly string[]) => ({
  "Filter.1.Name": name,
  ...Object.fromEntries(values.map((value, at) => [`Filter.1.Value.${at + 1}`, value])),
});

test.for([
  { given: {}, want: ["one", "two"] },
  { given: { "KeyName.1": "two" }, want: ["two"] },
  { given: { "KeyName.1": "two", "KeyName.2": "one" }, want: ["one", "two"] },
  { given: filter("key-name", "one", "two"), want: ["one", "two"] },
  { given: filter("key-name", "t?o"), want: ["two"] },
  { given: filter("key-name", "*o*"), want: ["one", "two"] },
  { given: filter("key-name", "on"), want: [] },
  { given: filter("key-name", "ONE"), want: [] },
  { given: filter("fingerprint", "4LmcYnyBOqlloHZ5TKAxfa8BgMK2wL6WeOOTvXVdhmw="), want: ["two"] },
  { given: filter("tag-key", "for-one"), want: ["one"] },
  { given: filter("tag:for-two", "xzy"), want: ["two"] },
  { given: filter("tag:for-one", "x\\*y"), want: ["one"] },
  { given: filter("tag:for-two", "x\\*y"), want: [] },
  { given: { ...filter("key-name", "*"), "Filter.2.Name": "tag-key", "Filter.2.Value.1": "for-two" }, want: ["two"] },
])("$given finds $want", async ({ given, want }) => {
  const { status, body } = await ask(mock, { form: { Action: "DescribeKeyPairs", ...given } });
  expect(status).toBe(200);
  expect(inside(body, "keyName")).toEqual(want);
});

test("finds by id, which import and description agree on", async () => {
  const form = { Action: "DescribeKeyPairs", "KeyPairId.1": ids[1] ?? "" };
  expect(inside((await ask(mock, { form })).body, "keyName")).toEqual(["two"]);
  const filtered = { Action: "DescribeKeyPairs", ...filter("key-pair-id", ids[0] ?? "") };
  expect(inside((await ask(mock, { form: filtered })).body, "keyName")).toEqual(["one"]);
});

test.for([
  { given: { "KeyName.1": "one", "KeyName.2": "no" }, want: "The key pair 'no' does not exist" },
  { given: { "KeyPairId.1": "key-0" }, want: "The key pair ID 'key-0' does not exist" },
])("$given: $want", async ({ given, want }) => {
  const { status, code, message } = await ask(mock, { form: { Action: "DescribeKeyPairs", ...given } });
  expect({ status, code, message }).toEqual({ status: 400, code: "InvalidKeyPair.NotFound", message: want });
});

test("shows the key only to who asks, with the name for a comment", async () => {
  const form = { Action: "DescribeKeyPairs", "KeyName.1": "one" };
  expect((await ask(mock, { form })).body).not.toContain("publicKey");
  const { body } = await ask(mock, { form: { ...form, IncludePublicKey: "true" } });
  expect(inside(body, "publicKey")).toEqual([`${rsa} one`]);
  expect(inside(body, "keyType")).toEqual(["rsa"]);
  expect(inside(body, "createTime")).toEqual(["2026-11-24T10:00:00.123Z"]);
});

test("deletes by name and by id, and is content when there is nothing to delete", async () => {
  const remove = (given: Readonly<Record<string, string>>) =>
    ask(mock, { form: { Action: "DeleteKeyPair", ...given } });
  expect(inside((await remove({ KeyName: "one" })).body, "keyPairId")).toEqual([ids[0]]);
  expect(inside((await remove({ KeyPairId: ids[1] ?? "" })).body, "keyPairId")).toEqual([ids[1]]);
  const again = await remove({ KeyName: "one" });
  expect(inside(again.body, "return")).toEqual(["true"]);
  expect(again.body).not.toContain("keyPairId");
  expect((await ask(mock, { form: { Action: "DescribeKeyPairs" } })).body).toContain("<keySet/>");
  expect((await remove({})).code).toBe("MissingParameter");
});
