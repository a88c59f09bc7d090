import { expect, test } from "vitest";
import type { WireSchema } from "../spec/contract.ts";
import { parseXml } from "./parse-xml.ts";
import { readOutput } from "./read-output.ts";

const schemas: Readonly<Record<string, WireSchema>> = {
  Tag: {
    type: "object",
    properties: { Key: { type: "string", xml: { name: "key" } }, Value: { type: "string", xml: { name: "value" } } },
  },
  Result: {
    type: "object",
    properties: {
      Name: { type: "string", xml: { name: "name" } },
      Plain: { type: "string" },
      Return: { type: "boolean", xml: { name: "return" } },
      Tags: { type: "array", xml: { name: "tagSet", wrapped: true }, items: { $ref: "#/components/schemas/Tag" } },
      Inner: {
        type: "object",
        xml: { name: "inner" },
        properties: { Deep: { type: "string", xml: { name: "deep" } } },
      },
    },
  },
};

test.for([
  { given: "", output: {}, extras: [] },
  { given: "<requestId>1</requestId>", output: {}, extras: [] },
  { given: "<name/>", output: { Name: "" }, extras: [] },
  { given: "<name> a\n</name>", output: { Name: " a\n" }, extras: [] },
  { given: "<Plain>a</Plain>", output: { Plain: "a" }, extras: [] },
  { given: "<Name>a</Name>", output: { Name: "a" }, extras: [], misplaced: ["R/Name for name"] },
  { given: "<return>true</return>", output: { Return: true }, extras: [] },
  { given: "<return>false</return>", output: { Return: false }, extras: [] },
  { given: "<return>True</return>", output: { Return: false }, extras: [] },
  { given: "<return> true\n</return>", output: { Return: true }, extras: [] },
  {
    given: "\n  <name>a</name>\n  <inner>\n    <deep>x</deep>\n  </inner>\n",
    output: { Name: "a", Inner: { Deep: "x" } },
    extras: [],
  },
  { given: "<tagSet/>", output: { Tags: [] }, extras: [] },
  {
    given: "<tagSet><item><key>a</key><value/></item><item><key>b</key></item></tagSet>",
    output: { Tags: [{ Key: "a", Value: "" }, { Key: "b" }] },
    extras: [],
  },
  {
    given: "<tagSet><member><key>a</key></member></tagSet>",
    output: { Tags: [{ Key: "a" }] },
    extras: [],
    misplaced: ["R/tagSet/member for item"],
  },
  {
    given: "<tagSet><item><Key>a</Key></item></tagSet>",
    output: { Tags: [{ Key: "a" }] },
    extras: [],
    misplaced: ["R/tagSet/item/Key for key"],
  },
  {
    given: "<Result><name>a</name></Result>",
    output: { Name: "a" },
    extras: [],
    misplaced: ["R/Result around the members"],
  },
  { given: "<name>a</name><Result><name>b</name></Result>", output: { Name: "a" }, extras: ["R/Result"] },
  { given: "<One><name>a</name></One><Two><name>b</name></Two>", output: {}, extras: ["R/One", "R/Two"] },
  { given: '<name a="1">a</name>', output: { Name: "a" }, extras: ["R/name (attribute a)"] },
  { given: '<name xmlns="urn:x">a</name>', output: { Name: "a" }, extras: ['R/name (namespace "urn:x")'] },
  { given: "x<name>a</name>", output: { Name: "a" }, extras: ["R (text beside its elements)"] },
  { given: "<name>a</name><name>b</name>", output: { Name: "a" }, extras: ["R/name (again)"] },
  { given: "<name>a<b/></name>", output: { Name: "a" }, extras: ["R/name (text beside its elements)", "R/name/b"] },
  { given: "<inner><deep>x</deep><other/></inner>", output: { Inner: { Deep: "x" } }, extras: ["R/inner/other"] },
  { given: "<a/><name>n</name><b/>", output: { Name: "n" }, extras: ["R/a", "R/b"] },
  { given: "<__proto__>x</__proto__><toString/>", output: {}, extras: ["R/__proto__", "R/toString"] },
])("reads $given", ({ given, output, extras, misplaced = [] }) => {
  const parsed = parseXml(`<R>${given}</R>`);
  if (parsed.kind !== "document") throw new Error(parsed.why);
  expect(readOutput(schemas, schemas["Result"] ?? {}, parsed.root)).toEqual({ output, extras, misplaced });
});

test("a member of just that name comes before one that differs in case", () => {
  const alike: WireSchema = {
    type: "object",
    properties: { Lower: { type: "string", xml: { name: "id" } }, Upper: { type: "string", xml: { name: "ID" } } },
  };
  const { root } = parseXml("<R><ID>1</ID><id>2</id></R>");
  if (root === undefined) throw new Error("it is well-formed");
  expect(readOutput({}, alike, root)).toEqual({ output: { Upper: "1", Lower: "2" }, extras: [], misplaced: [] });
});
