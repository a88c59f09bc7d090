import * as sdk from "@aws-sdk/client-ec2";
import { expect, test } from "vitest";
import { contract } from "../testing/observations.ts";
import { compareSdk } from "./compare-sdk.ts";
import type { Contract, WireSchema } from "./contract.ts";

const request = contract.schemas["ImportKeyPairRequest"] as WireSchema;
const info = contract.schemas["KeyPairInfo"] as WireSchema;
const { PublicKeyMaterial: _, ...others } = request.properties ?? {};
const withSchema = (name: string, schema: WireSchema): Contract => ({
  ...contract,
  schemas: { ...contract.schemas, [name]: schema },
});

test("the contract is as the installed SDK has it", () => {
  expect(compareSdk(contract, sdk)).toEqual([]);
});

test.for<{ what: string; given: Contract; want: object }>([
  {
    what: "a member that the contract lacks",
    given: withSchema("ImportKeyPairRequest", { ...request, properties: others }),
    want: { where: "the members of ImportKeyPairRequest", sdk: expect.stringContaining("PublicKeyMaterial") },
  },
  {
    what: "a member that is required",
    given: withSchema("ImportKeyPairRequest", { ...request, required: ["KeyName"] }),
    want: {
      where: "the required members of ImportKeyPairRequest",
      contract: "KeyName",
      sdk: "KeyName, PublicKeyMaterial",
    },
  },
  {
    what: "a wire name of a request",
    given: withSchema("ImportKeyPairRequest", {
      ...request,
      properties: { ...request.properties, KeyName: { type: "string", xml: { name: "Name" } } },
    }),
    want: { where: "the wire name of ImportKeyPairRequest.KeyName", contract: "Name", sdk: "KeyName" },
  },
  {
    what: "a wire name of an answer",
    given: withSchema("KeyPairInfo", {
      ...info,
      properties: { ...info.properties, KeyName: { xml: { name: "name" } } },
    }),
    want: { where: "the wire name of KeyPairInfo.KeyName", contract: "name", sdk: "keyName, KeyName" },
  },
  {
    what: "a value that is new",
    given: {
      ...contract,
      universes: {
        "tag-resource-types.yaml": (contract.universes["tag-resource-types.yaml"] ?? []).filter(
          (one) => one !== "volume",
        ),
      },
    },
    want: { where: "the values of TagSpecification.ResourceType", sdk: "volume", patch: "      - volume\n" },
  },
  {
    what: "a value that is gone",
    given: withSchema("KeyPairInfo", {
      ...info,
      properties: {
        ...info.properties,
        KeyType: { type: "string", enum: ["rsa", "ed25519", "dsa"], xml: { name: "keyType" } },
      },
    }),
    want: { where: "the values of KeyPairInfo.KeyType", contract: "dsa", sdk: "lacks them" },
  },
])("$what is told", ({ given, want }) => {
  expect(compareSdk(given, sdk)).toEqual([expect.objectContaining(want)]);
});

test("an SDK that exports no schemas has nothing to compare", () => {
  expect(compareSdk(contract, {})).toEqual([]);
});
