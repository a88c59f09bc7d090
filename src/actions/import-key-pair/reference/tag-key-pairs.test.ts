import { expect, test } from "vitest";
import { createMock } from "../../../mock/create-mock.ts";
import { ask } from "../../../mock/testing/ask.ts";
import { readFixtureKey } from "../read-fixtures.ts";

const importing = {
  Action: "ImportKeyPair",
  KeyName: "k",
  PublicKeyMaterial: Buffer.from(readFixtureKey("aws-r1")).toString("base64"),
  "TagSpecification.1.ResourceType": "key-pair",
  "TagSpecification.1.Tag.1.Key": "a",
  "TagSpecification.1.Tag.1.Value": "1",
};

const imported = async () => {
  const mock = createMock();
  const { body } = await ask(mock, { form: importing });
  const tags = async () => {
    const described = await ask(mock, { form: { Action: "DescribeKeyPairs" } });
    return [...described.body.matchAll(/<key>(.*?)<\/key><value>(.*?)<\/value>/g)].map(
      ([, key, value]) => `${key}=${value}`,
    );
  };
  return { mock, id: /key-[0-9a-f]{17}/.exec(body)?.[0] ?? "", tags };
};

test.for([
  { action: "CreateTags", form: { "Tag.1.Key": "b", "Tag.1.Value": "2" }, want: ["a=1", "b=2"] },
  { action: "CreateTags", form: { "Tag.1.Key": "a", "Tag.1.Value": "2" }, want: ["a=2"] },
  { action: "CreateTags", form: { "Tag.1.Key": "b" }, want: ["a=1", "b="] },
  { action: "DeleteTags", form: { "Tag.1.Key": "a" }, want: [] },
  { action: "DeleteTags", form: { "Tag.1.Key": "a", "Tag.1.Value": "other" }, want: ["a=1"] },
  { action: "DeleteTags", form: {}, want: [] },
])("$action of $form leaves $want", async ({ action, form, want }) => {
  const { mock, id, tags } = await imported();
  const { status, body } = await ask(mock, { form: { Action: action, "ResourceId.1": id, ...form } });
  expect({ status, returned: body.includes("<return>true</return>") }).toEqual({ status: 200, returned: true });
  expect(await tags()).toEqual(want);
});

const tag = { "Tag.1.Key": "b", "Tag.1.Value": "2" };

test.for([
  { title: "no resource", form: { ...tag }, code: "MissingParameter" },
  { title: "no tags", form: { "ResourceId.1": "{id}" }, code: "MissingParameter" },
  { title: "a name in place of the id", form: { "ResourceId.1": "k", ...tag }, code: "InvalidID" },
  {
    title: "an unknown id",
    form: { "ResourceId.1": "key-0123456789abcdef0", ...tag },
    code: "InvalidKeyPair.NotFound",
  },
  { title: "a dry run", form: { "ResourceId.1": "{id}", ...tag, DryRun: "true" }, code: "DryRunOperation" },
  {
    title: "a fifty-first tag",
    form: {
      "ResourceId.1": "{id}",
      ...Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`Tag.${at + 1}.Key`, `k${at}`])),
    },
    code: "TagLimitExceeded",
  },
])("CreateTags with $title: $code", async ({ form, code }) => {
  const { mock, id, tags } = await imported();
  const named = Object.fromEntries(Object.entries(form).map(([key, value]) => [key, value.replace("{id}", id)]));
  expect((await ask(mock, { form: { Action: "CreateTags", ...named } })).code).toBe(code);
  expect(await tags()).toEqual(["a=1"]);
});
