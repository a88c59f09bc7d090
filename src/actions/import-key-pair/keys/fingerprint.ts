/**
 * The fingerprint oracle. Judged by `ssh-keygen` and `openssl` as separate programs and by values that AWS returned
 * (`fixtures/keys/keys.json`); it shares nothing with the reference emulator.
 */

import { createHash } from "node:crypto";
import type { Digest } from "../../../model.ts";
import { toKeyObject } from "./key-object.ts";
import { type ImportableKey, writeSshBlob } from "./ssh-blob.ts";

const digests = {
  /** `openssl pkey -pubin -outform DER | openssl md5 -c`: what AWS's user guide says, and what AWS returns for RSA. */
  "md5-spki": (key) => hexPairs(md5(toKeyObject(key).export({ type: "spki", format: "der" }))),
  /** RFC 4716 section 4, `ssh-keygen -l -E md5`: what AWS's API reference says of RSA. */
  "md5-ssh": (key) => hexPairs(md5(writeSshBlob(key))),
  /** `ssh-keygen -l -E sha256` without the prefix and with the padding that it omits: what AWS returns for ED25519. */
  "sha256-ssh": (key) => createHash("sha256").update(writeSshBlob(key)).digest("base64"),
} satisfies Record<Digest, (key: ImportableKey) => string>;

/** Several clauses ask for the digests of one key, and OpenSSL takes its time to write one. */
const known = new WeakMap<ImportableKey, Map<Digest, string>>();

/** The digest of a key in the form in which AWS writes it: hex pairs with colons, or padded base64. */
export function fingerprint(key: ImportableKey, digest: Digest): string {
  const ofKey = known.get(key) ?? new Map<Digest, string>();
  const text = ofKey.get(digest) ?? digests[digest](key);
  known.set(key, ofKey.set(digest, text));
  return text;
}

/** The digest that AWS was seen to return for an imported key of this type. */
function awsDigest(key: ImportableKey): Digest {
  return key.kind === "rsa" ? "md5-spki" : "sha256-ssh";
}

/** What AWS answers as KeyFingerprint when this key is imported. */
export function awsFingerprint(key: ImportableKey): string {
  return fingerprint(key, awsDigest(key));
}

function md5(bytes: Uint8Array): string {
  return createHash("md5").update(bytes).digest("hex");
}

function hexPairs(hex: string): string {
  return hex.replaceAll(/..(?!$)/g, "$&:");
}
