import { createHash } from "node:crypto";
import type { PublicKey } from "./public-key.ts";
import { spki } from "./spki.ts";

/** `ad:57:77:…` */
export const colonHex = (digest: Uint8Array): string =>
  Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join(":");

export const md5 = (data: Uint8Array | string): Buffer => createHash("md5").update(data).digest();

export const sha256 = (data: Uint8Array | string): Buffer => createHash("sha256").update(data).digest();

/** What AWS was seen to answer, which for RSA is not what the API reference says. */
export const fingerprint = (key: PublicKey): string =>
  key.type === "rsa" ? colonHex(md5(spki(key.modulus, key.exponent))) : sha256(key.blob).toString("base64");
