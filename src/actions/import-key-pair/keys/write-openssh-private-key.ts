/** OpenSSH's own private key format, which node:crypto can't write: PROTOCOL.key of the OpenSSH source. */

import type { KeyObject } from "node:crypto";
import { wrap } from "./rfc4716.ts";
import { writeSshBlob } from "./ssh-blob.ts";
import { writeStrings } from "./wire-string.ts";

/** The file of an unencrypted ED25519 key, without comment and without a last newline. */
export function writeOpenSshPrivateKey(privateKey: KeyObject): string {
  const { x = "", d = "" } = privateKey.export({ format: "jwk" });
  const point = Buffer.from(x, "base64url");
  const seed = Buffer.from(d, "base64url");
  const empty = new Uint8Array();
  // Two equal numbers tell a decrypting reader that the passphrase was right; without one they say nothing.
  const check = Buffer.alloc(8);
  const fields = writeStrings([Buffer.from("ssh-ed25519"), point, Buffer.concat([seed, point]), empty]);
  const secret = padded(Buffer.concat([check, fields]));
  const file = Buffer.concat([
    Buffer.from("openssh-key-v1\0"),
    writeStrings([Buffer.from("none"), Buffer.from("none"), empty]),
    Uint8Array.of(0, 0, 0, 1),
    writeStrings([writeSshBlob({ kind: "ed25519", point }), secret]),
  ]);
  return [
    "-----BEGIN OPENSSH PRIVATE KEY-----",
    ...wrap(file.toString("base64"), 70),
    "-----END OPENSSH PRIVATE KEY-----",
  ].join("\n");
}

/** To a multiple of eight, with 1, 2, 3 and so on. */
function padded(bytes: Uint8Array): Uint8Array {
  const missing = (8 - (bytes.length % 8)) % 8;
  return Buffer.concat([bytes, Uint8Array.from({ length: missing }, (_, index) => index + 1)]);
}
