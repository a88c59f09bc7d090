import { expect, test } from "vitest";
import { importKeyPair } from "../actions/import-key-pair/import-key-pair.ts";
import { baseInput, exampleAt, isDressed, place } from "./place.ts";

const minimal = { KeyName: "{name}", PublicKeyMaterial: { $material: "rsa-2048" } };
const dressed = (specification: object) => ({ ...minimal, TagSpecifications: [specification] });
const tag = { Key: "purpose", Value: "conformance" };

test.for([
  { path: ["KeyName"], value: "x", want: { ...minimal, KeyName: "x" } },
  { path: ["KeyName"], value: undefined, want: { PublicKeyMaterial: minimal.PublicKeyMaterial } },
  { path: ["DryRun"], value: true, want: { ...dressed({ ResourceType: "key-pair", Tags: [tag] }), DryRun: true } },
  {
    path: ["TagSpecifications", "ResourceType"],
    value: "instance",
    want: dressed({ ResourceType: "instance", Tags: [tag] }),
  },
  { path: ["TagSpecifications", "Tags"], value: [], want: dressed({ ResourceType: "key-pair", Tags: [] }) },
  { path: ["TagSpecifications", "Tags"], value: undefined, want: dressed({ ResourceType: "key-pair" }) },
  {
    path: ["TagSpecifications", "Tags", "Key"],
    value: "",
    want: dressed({ ResourceType: "key-pair", Tags: [{ Key: "", Value: "conformance" }] }),
  },
])("places $value at $path", ({ path, value, want }) => {
  expect(place(importKeyPair, path, value)).toEqual(want);
});

test("the base is what the path needs", () => {
  expect(baseInput(importKeyPair, false)).toEqual(minimal);
  expect(baseInput(importKeyPair, true)).toEqual(importKeyPair.example);
  expect([["KeyName"], ["TagSpecifications", "Tags"], []].map((path) => isDressed(importKeyPair, path))).toEqual([
    false,
    true,
    false,
  ]);
});

test("the example is read through its lists", () => {
  expect(exampleAt(importKeyPair, ["TagSpecifications", "Tags", "Key"])).toBe("purpose");
  expect(exampleAt(importKeyPair, ["Nope", "Deep"])).toBeUndefined();
});
