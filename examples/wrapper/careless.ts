import { EC2Client, ImportKeyPairCommand } from "@aws-sdk/client-ec2";
import type { WrapperInput, WrapperTarget } from "ec2-contract";

/** A wrapper with the mistakes that are made most often. */
export async function careless(input: WrapperInput, target: WrapperTarget): Promise<unknown> {
  const client = new EC2Client({ ...target, region: "us-east-1" });
  try {
    const { KeyPairId, KeyFingerprint, Tags } = await client.send(
      new ImportKeyPairCommand({
        KeyName: input.keyName,
        // The SDK does the base64: this is done twice.
        PublicKeyMaterial: Buffer.from(Buffer.from(input.publicKey).toString("base64")),
        TagSpecifications: [{ ResourceType: "instance", Tags: tagsOf(input.tags) }],
      }),
    );
    // An untagged key may be answered without a list of tags.
    const count = (Tags as unknown[]).length;
    return { keyPairId: KeyPairId, fingerprint: KeyFingerprint, count };
  } catch (error) {
    // What AWS said is lost.
    throw new Error("could not import the key", { cause: String(error).slice(0, 5) });
  }
}

function tagsOf(tags: WrapperInput["tags"]): { Key: string; Value: string }[] {
  return Object.entries(tags ?? {}).map(([Key, Value]) => ({ Key, Value }));
}
