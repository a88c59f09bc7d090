import {
  CreateTagsCommand,
  DescribeKeyPairsCommand,
  EC2,
  EC2Client,
  ImportKeyPairCommand,
  type ImportKeyPairCommandInput,
} from "@aws-sdk/client-ec2";
import type { Report } from "../../report/report.ts";
import type { WrapperInput } from "../draw-scenario.ts";
import type { WrapperTarget } from "../run-scenario.ts";
import { createFetchWrapper } from "./fetch-wrapper.ts";

function toCommand({ keyName, publicKey, tags = {}, dryRun }: WrapperInput): ImportKeyPairCommandInput {
  const list = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
  return {
    KeyName: keyName,
    PublicKeyMaterial: Buffer.from(publicKey),
    ...(list.length > 0 && { TagSpecifications: [{ ResourceType: "key-pair", Tags: list }] }),
    ...(dryRun !== undefined && { DryRun: dryRun }),
  };
}

/** Wrappers of four kinds that nobody has anything to say against. */
export const goodWrappers = {
  "the SDK's client": (input: WrapperInput, target: WrapperTarget) =>
    new EC2Client(target).send(new ImportKeyPairCommand(toCommand(input))),
  "the SDK's aggregated client": (input: WrapperInput, target: WrapperTarget) =>
    new EC2(target).importKeyPair(toCommand(input)),
  "plain fetch with a signer": createFetchWrapper(),
  "tags in a second request": async (input: WrapperInput, target: WrapperTarget) => {
    const client = new EC2Client(target);
    const { TagSpecifications, ...untagged } = toCommand(input);
    await client.send(new DescribeKeyPairsCommand({}));
    const imported = await client.send(new ImportKeyPairCommand(untagged));
    const [specification] = TagSpecifications ?? [];
    const Resources = [imported.KeyPairId ?? ""];
    if (specification?.Tags) await client.send(new CreateTagsCommand({ Resources, Tags: specification.Tags }));
    return imported;
  },
};

/** What a report blames on a wrapper. */
export const blamed = ({ cases }: Report): readonly string[] =>
  cases.flatMap(({ id, verdicts }) =>
    verdicts.flatMap(({ clause, verdict, actual, why }) =>
      ["fail", "error", "indeterminate"].includes(verdict) ? [`${id} ${clause}: ${actual ?? why}`] : [],
    ),
  );
