/**
 * The binary form of an SSH public key, "public key blob": RFC 4253 section 6.6 for RSA, RFC 8709 section 4 for
 * ED25519. Its base64 is the middle field of an OpenSSH line.
 */

import { readMagnitude, readString, writeMagnitude, writeStrings } from "./wire-string.ts";

/** A key of a type that AWS imports. */
export type ImportableKey =
  /** Exponent and modulus as big-endian magnitudes without leading zeros. */
  | { readonly kind: "rsa"; readonly e: Uint8Array; readonly n: Uint8Array }
  | { readonly kind: "ed25519"; readonly point: Uint8Array };

/** What a blob holds; of types that AWS doesn't import only the name matters. */
export type SshKey = ImportableKey | { readonly kind: "other"; readonly algorithm: string };

/** `longer`: it holds a key, and goes on. */
export type SshBlob = SshKey | { readonly kind: "broken"; readonly why: string; readonly longer?: true };

/** The name by which RFC 4253 and RFC 8709 call the key's type; it is also the label of an OpenSSH line. */
export function algorithmOf(key: SshKey): string {
  return key.kind === "other" ? key.algorithm : `ssh-${key.kind}`;
}

/** Reads a blob to its last byte. */
export function readSshBlob(blob: Uint8Array): SshBlob {
  const name = readString(blob, 0);
  if (name === undefined) return broken("it ends within the name of the key type");
  const algorithm = Buffer.from(name.value).toString("latin1");
  if (algorithm === "ssh-rsa") return readRsa(blob, name.next);
  if (algorithm === "ssh-ed25519") return readEd25519(blob, name.next);
  return { kind: "other", algorithm };
}

/** The one blob that every writer makes of a key. */
export function writeSshBlob(key: ImportableKey): Uint8Array {
  const fields = key.kind === "rsa" ? [writeMagnitude(key.e), writeMagnitude(key.n)] : [key.point];
  return writeStrings([Buffer.from(algorithmOf(key)), ...fields]);
}

function readRsa(blob: Uint8Array, offset: number): SshBlob {
  const exponent = readString(blob, offset);
  const modulus = exponent && readString(blob, exponent.next);
  if (exponent === undefined || modulus === undefined) return broken("it ends within the RSA numbers");
  if (modulus.next !== blob.length) return { ...broken("bytes follow the RSA modulus"), longer: true };
  const e = readMagnitude(exponent.value);
  const n = readMagnitude(modulus.value);
  if (e === undefined || n === undefined) return broken("its RSA numbers are not positive");
  return { kind: "rsa", e, n };
}

function readEd25519(blob: Uint8Array, offset: number): SshBlob {
  const point = readString(blob, offset);
  if (point === undefined) return broken("it ends within the ED25519 point");
  if (point.next !== blob.length) return { ...broken("bytes follow the ED25519 point"), longer: true };
  if (point.value.length !== 32) return broken(`an ED25519 point has 32 bytes, this one ${point.value.length}`);
  return { kind: "ed25519", point: point.value };
}

function broken(why: string): SshBlob & { readonly kind: "broken" } {
  return { kind: "broken", why };
}
