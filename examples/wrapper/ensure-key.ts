import { DescribeKeyPairsCommand, type EC2Client, ImportKeyPairCommand, type KeyPairInfo } from "@aws-sdk/client-ec2";

/** What a service of ours knows of a key pair. */
export interface Key {
  readonly keyName: string;
  readonly keyPairId: string | undefined;
  readonly fingerprint: string | undefined;
}

export interface KeyRequest {
  readonly client: EC2Client;
  readonly keyName: string;
  /** OpenSSH text. */
  readonly publicKey: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly dryRun?: boolean;
}

/** Imports a key; a key pair that has the name already is returned as it is. */
export async function ensureKey(request: KeyRequest): Promise<Key> {
  const { client, keyName, publicKey, tags = {}, dryRun } = request;
  const list = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
  try {
    const imported = await client.send(
      new ImportKeyPairCommand({
        KeyName: keyName,
        // Bytes: the SDK makes the base64, and whoever gives it base64 has it twice.
        PublicKeyMaterial: Buffer.from(publicKey),
        ...(list.length > 0 && { TagSpecifications: [{ ResourceType: "key-pair", Tags: list }] }),
        ...(dryRun && { DryRun: true }),
      }),
    );
    return { keyName, keyPairId: imported.KeyPairId, fingerprint: imported.KeyFingerprint };
  } catch (error) {
    // Taken, or imported by a request of ours whose answer was lost and that the SDK then sent again: look.
    const mayBeThere = isNamed(error, "InvalidKeyPair.Duplicate") || !isRefusal(error);
    const existing = mayBeThere ? await look(client, keyName) : undefined;
    if (existing === undefined) throw error;
    return { keyName, keyPairId: existing.KeyPairId, fingerprint: existing.KeyFingerprint };
  }
}

/** Finds a key pair, also one that EC2 does not describe at once. */
async function look(client: EC2Client, keyName: string): Promise<KeyPairInfo | undefined> {
  for (const wait of [0, 20, 100]) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    try {
      const { KeyPairs = [] } = await client.send(new DescribeKeyPairsCommand({ KeyNames: [keyName] }));
      if (KeyPairs[0] !== undefined) return KeyPairs[0];
    } catch (error) {
      if (!isNamed(error, "InvalidKeyPair.NotFound")) throw error;
    }
  }
  return undefined;
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name;
}

/** AWS itself said no, so that nothing was made. */
function isRefusal(error: unknown): boolean {
  return (error as { readonly $fault?: unknown }).$fault === "client";
}
