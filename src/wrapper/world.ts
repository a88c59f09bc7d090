import { parsePublicKey } from "../actions/import-key-pair/keys/parse-public-key.ts";
import type { Mock } from "../mock/create-mock.ts";
import type { Json } from "../model.ts";
import type { Contract } from "../spec/contract.ts";
import { parseXml } from "../wire/parse-xml.ts";
import { readOutput } from "../wire/read-output.ts";

/** A key pair as EC2 holds it in the end. */
export interface HeldKeyPair {
  readonly keyName: string;
  readonly keyPairId: string;
  readonly fingerprint: string;
  /** Type and blob, as OpenSSH text. */
  readonly publicKey: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** What key pairs there are, whatever the network told the wrapper about them. */
export async function readWorld(world: Mock, contract: Contract): Promise<readonly HeldKeyPair[]> {
  const body = "Action=DescribeKeyPairs&Version=2016-11-15&IncludePublicKey=true";
  const answer = await world(new Request("http://ec2.us-east-1.amazonaws.com/", { method: "POST", body }));
  const parsed = parseXml(await answer.text());
  if (parsed.kind === "malformed") throw new Error(`the reference's description can't be read: ${parsed.why}`);
  const { output } = readOutput(contract.schemas, contract.schemas["DescribeKeyPairsResult"] ?? {}, parsed.root);
  return listOf(output["KeyPairs"]).map((pair) => ({
    keyName: String(pair["KeyName"]),
    keyPairId: String(pair["KeyPairId"]),
    fingerprint: String(pair["KeyFingerprint"]),
    publicKey: String(pair["PublicKey"]),
    tags: Object.fromEntries(listOf(pair["Tags"]).map((tag) => [String(tag["Key"]), String(tag["Value"])])),
  }));
}

function listOf(value: Json | undefined): readonly { readonly [key: string]: Json }[] {
  return Array.isArray(value) ? value : [];
}

/** Whether two texts are the same key, in whatever form and with whatever comment. */
export function sameKey(one: string, other: string): boolean {
  const [first, second] = [parsePublicKey(one), parsePublicKey(other)];
  return first.kind === "key" && second.kind === "key" && Buffer.from(first.blob).equals(second.blob);
}
