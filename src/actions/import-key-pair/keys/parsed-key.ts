/** The oracle's answer about a key text, and the rule that says which keys AWS is known to take. */

import { algorithmOf, type ImportableKey, type SshBlob, writeSshBlob } from "./ssh-blob.ts";

export type MaterialCode = "InvalidKey.Format" | "InvalidParameterValue" | "MissingParameter";

export type ParsedKey =
  /** AWS imports it. `blob` is its SSH form, whatever the text's encoding was. */
  | { readonly kind: "key"; readonly key: ImportableKey; readonly blob: Uint8Array; readonly comment?: string }
  /** AWS refuses it with this code and status 400; `inferred` where nobody recorded that it does. */
  | { readonly kind: "refused"; readonly code: MaterialCode; readonly why: string; readonly inferred?: true }
  /** Nobody knows. `key` is what the text holds if AWS does take it. */
  | { readonly kind: "open"; readonly why: string; readonly key?: ImportableKey };

export function refused(code: MaterialCode, why: string): ParsedKey {
  return { kind: "refused", code, why };
}

/** `Key is not in valid OpenSSH public key format`, as AWS words it. */
export function badFormat(why: string): ParsedKey {
  return refused("InvalidKey.Format", why);
}

/** A refusal that follows from what is known, and that nobody recorded. */
export function likelyRefused(code: MaterialCode, why: string): ParsedKey {
  return { kind: "refused", code, why, inferred: true };
}

export function open(why: string, key?: ImportableKey): ParsedKey {
  return key === undefined ? { kind: "open", why } : { kind: "open", why, key };
}

/** The same answer, but of a text that is unusual enough to make an acceptance a guess. */
export function doubted(parsed: ParsedKey, why: string): ParsedKey {
  return parsed.kind === "key" ? open(why, parsed.key) : parsed;
}

/** 1024, 2048 and 4096 are in AWS's user guide; 3072 and 8192 were seen to import. */
const knownSizes: readonly number[] = [1024, 2048, 3072, 4096, 8192];
/** Every key of today has it. */
const knownExponent = 65537n;
/** The types that were seen to be refused; others are refused by inference. */
const refusedTypes = /^(?:ssh-dss|ecdsa-sha2-nistp\d+)$/;

/** What AWS says to a key of a type that it does not import. */
export function otherType(algorithm: string): ParsedKey {
  const why = `AWS takes RSA and ED25519 only, this is ${printable(algorithm)}`;
  return refusedTypes.test(algorithm) ? badFormat(why) : likelyRefused("InvalidKey.Format", why);
}

/** What AWS says to a blob whose text said nothing wrong. */
export function judgeBlob(blob: Uint8Array, read: SshBlob, comment: string | undefined): ParsedKey {
  if (read.kind === "broken") {
    const why = `the key blob is broken: ${read.why}`;
    return read.longer ? open(why) : likelyRefused("InvalidKey.Format", why);
  }
  if (read.kind === "other") return otherType(algorithmOf(read));
  if (Buffer.compare(blob, writeSshBlob(read)) !== 0)
    return open("the key blob writes its numbers with needless zeros", read);
  if (read.kind === "rsa") {
    const bits = bitLength(read.n);
    if (!knownSizes.includes(bits)) return open(`no RSA key of ${bits} bits is known to have met AWS`, read);
    const exponent = magnitude(read.e);
    if (exponent !== knownExponent) return open(whyExponent(exponent), read);
    if ((read.n.at(-1) ?? 0) % 2 === 0) return open("its modulus is even, so it is no RSA key", read);
  } else if (read.point.every((byte) => byte === 0)) {
    return open("its point is zero, so it is no ED25519 key", read);
  }
  if (/[\0-\x08\x0b-\x1f\x7f]/.test(comment ?? "")) return open("there are control characters in the comment", read);
  return { kind: "key", key: read, blob, ...(comment === undefined ? {} : { comment }) };
}

function whyExponent(exponent: bigint): string {
  return exponent === 35n
    ? "the tests of a client, fog, import an RSA key with the exponent 35 into AWS, but no log of them is public"
    : `no RSA key with the exponent ${exponent} is known to have met AWS`;
}

/** Bits of a magnitude without leading zeros. */
export function bitLength(number: Uint8Array): number {
  return number.length * 8 - Math.clz32(number[0] ?? 0) + 24;
}

/** A piece of hostile text, fit for a sentence. */
export function printable(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}

function magnitude(number: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(number).toString("hex")}`);
}
