import * as sdk from "@aws-sdk/client-ec2";
import {
  type DeleteKeyPairCommand,
  type DescribeKeyPairsCommand,
  EC2Client,
  ImportKeyPairCommand,
} from "@aws-sdk/client-ec2";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { BoundInput } from "../model.ts";
import { contract } from "../testing/observations.ts";
import { encodeForm, percentEncode, toParameters } from "./query-form.ts";

const parametersOf = (action: string, input: BoundInput) =>
  toParameters(contract.schemas, contract.schemas[`${action}Request`] ?? {}, input);

test.for([
  { action: "ImportKeyPair", given: {}, want: [] },
  { action: "ImportKeyPair", given: { KeyName: "" }, want: [["KeyName", ""]] },
  { action: "ImportKeyPair", given: { PublicKeyMaterial: Buffer.from("key") }, want: [["PublicKeyMaterial", "a2V5"]] },
  { action: "ImportKeyPair", given: { PublicKeyMaterial: "key" }, want: [["PublicKeyMaterial", "a2V5"]] },
  { action: "ImportKeyPair", given: { PublicKeyMaterial: Buffer.alloc(0) }, want: [["PublicKeyMaterial", ""]] },
  {
    action: "ImportKeyPair",
    given: { PublicKeyMaterial: ["a", "b"] },
    want: [
      ["PublicKeyMaterial.1", "a"],
      ["PublicKeyMaterial.2", "b"],
    ],
  },
  { action: "ImportKeyPair", given: { PublicKeyMaterial: { x: "a" } }, want: [["PublicKeyMaterial.X", "a"]] },
  { action: "NoSuchAction", given: { memberOfNone: "x" }, want: [["MemberOfNone", "x"]] },
  { action: "ImportKeyPair", given: { DryRun: false }, want: [["DryRun", "false"]] },
  { action: "ImportKeyPair", given: { Unknown: "x" }, want: [["Unknown", "x"]] },
  { action: "ImportKeyPair", given: { TagSpecifications: [] }, want: [] },
  {
    action: "ImportKeyPair",
    given: {
      TagSpecifications: [
        { ResourceType: "key-pair", Tags: [{ Key: "a", Value: "" }, { Key: "b" }] },
        { ResourceType: "instance", Tags: [] },
      ],
    },
    want: [
      ["TagSpecification.1.ResourceType", "key-pair"],
      ["TagSpecification.1.Tag.1.Key", "a"],
      ["TagSpecification.1.Tag.1.Value", ""],
      ["TagSpecification.1.Tag.2.Key", "b"],
      ["TagSpecification.2.ResourceType", "instance"],
    ],
  },
  {
    action: "DescribeKeyPairs",
    given: {
      KeyNames: ["a", "b"],
      KeyPairIds: ["key-1"],
      Filters: [{ Name: "n", Values: ["x", "y"] }],
      IncludePublicKey: true,
    },
    want: [
      ["KeyName.1", "a"],
      ["KeyName.2", "b"],
      ["KeyPairId.1", "key-1"],
      ["Filter.1.Name", "n"],
      ["Filter.1.Value.1", "x"],
      ["Filter.1.Value.2", "y"],
      ["IncludePublicKey", "true"],
    ],
  },
])("$action of $given", ({ action, given, want }) => {
  expect(parametersOf(action, given as BoundInput)).toEqual(want);
});

/** The parameters that the SDK puts on the wire, by its own serialiser. */
async function sentBySdk(action: string, input: object): Promise<[string, string][]> {
  const constructors = sdk as unknown as Record<
    string,
    new (
      input: object,
    ) => ImportKeyPairCommand | DescribeKeyPairsCommand | DeleteKeyPairCommand
  >;
  const Command = constructors[`${action}Command`] ?? ImportKeyPairCommand;
  let form = "";
  const handle = async (request: { body: string }): Promise<object> => {
    form = request.body;
    return { response: { statusCode: 200, headers: {}, body: Buffer.from("<x/>") } };
  };
  const client = new EC2Client({
    region: "us-east-1",
    endpoint: "http://t.test",
    credentials: { accessKeyId: "a", secretAccessKey: "b" },
    requestHandler: { handle } as never,
  });
  await client.send(new Command(input as never) as ImportKeyPairCommand);
  return [...new URLSearchParams(form)];
}

const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 });
const orAbsent = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const record = (members: Readonly<Record<string, fc.Arbitrary<unknown>>>) =>
  fc
    .record(members, { requiredKeys: [] })
    .map((made) => Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)));
const list = (of: fc.Arbitrary<unknown>) => fc.array(of, { minLength: 1, maxLength: 3 });
const tag = record({ Key: text, Value: fc.string({ unit: "grapheme", maxLength: 12 }) });

const inputs = {
  ImportKeyPair: record({
    KeyName: text,
    PublicKeyMaterial: fc.uint8Array({ minLength: 1, maxLength: 40 }),
    TagSpecifications: orAbsent(
      list(record({ ResourceType: fc.constantFrom("key-pair", "instance"), Tags: list(tag) })),
    ),
    DryRun: fc.boolean(),
  }),
  DescribeKeyPairs: record({
    KeyNames: list(text),
    KeyPairIds: list(text),
    Filters: list(record({ Name: text, Values: list(text) })),
    IncludePublicKey: fc.boolean(),
    DryRun: fc.boolean(),
  }),
  DeleteKeyPair: record({ KeyName: text, KeyPairId: text, DryRun: fc.boolean() }),
};

test.for(Object.entries(inputs))(
  "law: %s has the parameters that the AWS SDK sends for the same input",
  async ([action, arbitrary]) => {
    await fc.assert(
      fc.asyncProperty(arbitrary, async (input) => {
        const ours = [
          ["Action", action],
          ["Version", contract.apiVersion],
          ...parametersOf(action, input as BoundInput),
        ];
        const theirs = await sentBySdk(action, input);
        expect(ours.map(String).sort()).toEqual(theirs.map(String).sort());
      }),
      { numRuns: 50 },
    );
  },
);

test.for([
  { given: "AZaz09-_.~", want: "AZaz09-_.~" },
  { given: " ", want: "%20" },
  { given: "+", want: "%2B" },
  { given: "!'()*", want: "%21%27%28%29%2A" },
  { given: ":/?#[]@$&,;=", want: "%3A%2F%3F%23%5B%5D%40%24%26%2C%3B%3D" },
  { given: "%41", want: "%2541" },
  { given: "é🔑", want: "%C3%A9%F0%9F%94%91" },
  { given: "\0\n", want: "%00%0A" },
  { given: "\uD83D", want: "%EF%BF%BD" },
])("percentEncode($given)", ({ given, want }) => {
  expect(percentEncode(given)).toBe(want);
});

test("law: percent-encoding leaves unreserved characters only, and is undone by decoding", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (given) => {
      const encoded = percentEncode(given);
      expect(encoded).toMatch(/^([A-Za-z0-9\-_.~]|%[0-9A-F]{2})*$/);
      expect(decodeURIComponent(encoded)).toBe(given.toWellFormed());
    }),
  );
});

test("law: a form is read back as it was", () => {
  const parameters = fc.array(fc.tuple(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" })));
  fc.assert(
    fc.property(parameters, (given) => {
      expect([...new URLSearchParams(encodeForm(given))]).toEqual(
        given.map(([name, value]) => [name.toWellFormed(), value.toWellFormed()]),
      );
    }),
  );
});
