/** Keys drawn anew for each run, so that no target can know them beforehand. Larger RSA keys are in `fixtures/keys/`. */

import { generateKeyPair, type KeyObject } from "node:crypto";
import { promisify } from "node:util";
import { fromKeyObject } from "./key-object.ts";
import { joinOpenSshLine } from "./openssh-line.ts";
import { algorithmOf, type ImportableKey, writeSshBlob } from "./ssh-blob.ts";
import { writeOpenSshPrivateKey } from "./write-openssh-private-key.ts";

const generate = promisify(generateKeyPair);

/** `rsa-1024`, `rsa-2048`, `ed25519`; `ed25519-b` is another key; `ed25519-private` a private one, thrown away. */
const freshName = /^(?:rsa-(?<bits>1024|2048)(?:-[a-z])?|ed25519(?:-[a-z]|-(?<secret>private))?)$/;

export function isFreshKey(name: string): boolean {
  return freshName.test(name);
}

/** A public key of the same length as the one that will be drawn, which opens nothing; undefined for private ones. */
export function exampleKey(name: string): string | undefined {
  const { bits, secret } = freshName.exec(name)?.groups ?? {};
  if (secret !== undefined) return undefined;
  const filled = (length: number): Uint8Array => new Uint8Array(length).fill(0xc1);
  const key: ImportableKey =
    bits === undefined
      ? { kind: "ed25519", point: filled(32) }
      : { kind: "rsa", e: new Uint8Array([1, 0, 1]), n: filled(Number(bits) / 8) };
  return joinOpenSshLine({ label: algorithmOf(key), blob: writeSshBlob(key) });
}

/** OpenSSH texts by name, without comment and without a last newline. */
export async function drawFreshKeys(names: Iterable<string>): Promise<Record<string, string>> {
  const unique = [...new Set(names)];
  const drawn = await Promise.all(unique.map(async (name) => [name, await draw(name)] as const));
  return Object.fromEntries(drawn);
}

async function draw(name: string): Promise<string> {
  const match = freshName.exec(name);
  const { bits, secret } = match?.groups ?? {};
  if (match === null) {
    throw new Error(
      `Failed to draw the key ${name}: no such kind. Use rsa-1024, rsa-2048 or ed25519, perhaps with -a to -z, or ed25519-private.`,
    );
  }
  const pair = bits === undefined ? await generate("ed25519") : await generate("rsa", { modulusLength: Number(bits) });
  return secret === undefined ? publicLine(pair.publicKey) : writeOpenSshPrivateKey(pair.privateKey);
}

function publicLine(publicKey: KeyObject): string {
  const key = fromKeyObject(publicKey);
  if (key === undefined) throw new Error("Failed to read a fresh key: node:crypto made another type. This is a bug.");
  return joinOpenSshLine({ label: algorithmOf(key), blob: writeSshBlob(key) });
}
