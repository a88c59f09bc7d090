import { createHash } from "node:crypto";
import type { PublicKey } from "./parse-key.ts";

// 1.2.840.113549.1.1.1 (rsaEncryption) with its NULL, a whole AlgorithmIdentifier.
const rsaEncryption = Buffer.from("300d06092a864886f70d0101010500", "hex");

const tagged = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts);
  if (content.length < 0x80) return Buffer.concat([Buffer.of(tag, content.length), content]);
  const hex = content.length.toString(16);
  const length = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, "hex");
  return Buffer.concat([Buffer.of(tag, 0x80 | length.length), length, content]);
};

const integer = (unsigned: Uint8Array): Buffer =>
  tagged(0x02, (unsigned[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.of(0), unsigned]) : unsigned);

/** PKCS#1 `RSAPublicKey` in DER. */
export const pkcs1 = (modulus: Uint8Array, exponent: Uint8Array): Buffer =>
  tagged(0x30, integer(modulus), integer(exponent));

/** `SubjectPublicKeyInfo` of an RSA key in DER. */
export const spki = (modulus: Uint8Array, exponent: Uint8Array): Buffer =>
  tagged(0x30, rsaEncryption, tagged(0x03, Buffer.of(0), pkcs1(modulus, exponent)));

/** `ad:57:77:…` */
export const colonHex = (digest: Uint8Array): string =>
  Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join(":");

export const md5 = (data: Uint8Array | string): Buffer => createHash("md5").update(data).digest();

export const sha256 = (data: Uint8Array | string): Buffer => createHash("sha256").update(data).digest();

/** What AWS was seen to answer, which for RSA is not what the API reference says. */
export const fingerprint = (key: PublicKey): string =>
  key.type === "rsa" ? colonHex(md5(spki(key.modulus, key.exponent))) : sha256(key.blob).toString("base64");
