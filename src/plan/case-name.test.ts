import { expect, test } from "vitest";
import { importKeyPair } from "../actions/import-key-pair/import-key-pair.ts";
import type { Contract, WireSchema } from "../spec/contract.ts";
import { contract } from "../testing/observations.ts";
import { caseName } from "./case-name.ts";

const prefix = "ec2c-tp09c0-00000000-0000";

function withName(limits: Partial<WireSchema>): Contract {
  const { ImportKeyPairRequest: request = {} } = contract.schemas;
  const properties = { ...request.properties, KeyName: { ...request.properties?.["KeyName"], ...limits } };
  return { ...contract, schemas: { ...contract.schemas, ImportKeyPairRequest: { ...request, properties } } };
}

const named = (limits: Partial<WireSchema>, id = "B2MR-256", drive: "raw" | "sdk" = "raw"): string =>
  caseName(withName(limits), importKeyPair, prefix, id, drive);

test.for([
  { given: "the contract as it is", limits: {}, want: `${prefix}-B2MR-256-raw` },
  { given: "names of 128 characters", limits: { maxLength: 128 }, want: `${prefix}-B2MR-256-raw` },
  { given: "long names only", limits: { minLength: 45 }, want: `${prefix}-B2MR-256-rawxxxxxxx` },
])("$given: $want", ({ limits, want }) => {
  expect(named(limits)).toBe(want);
});

test("short names keep the mark of the run, and are of one case and drive each", () => {
  const names = [
    named({ maxLength: 40 }),
    named({ maxLength: 40 }, "B2MR-255"),
    named({ maxLength: 40 }, "B2MR-256", "sdk"),
  ];
  expect(names.filter((name) => !new RegExp(`^${prefix}-[0-9a-z]{6}$`).test(name))).toEqual([]);
  expect(new Set(names).size).toBe(3);
});
