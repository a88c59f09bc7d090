/** The oracle's answer about a key text, and the rule that says which keys AWS is known to take. */

import { algorithmOf, type ImportableKey, type SshBlob, writeSshBlob } from "./ssh-blob.ts";

export type MaterialCode = "InvalidKey.Format" | "InvalidParameterValue" | "MissingParameter";

export type ParsedKey =
  /** AWS imports it. `blob` is its SSH form, whatever the text's encoding was. */
  | { readonly kind: "key"; readonly key: ImportableKey; readonly blob: Uint8Array; readonly comment?: string }
  /** AWS refuses it with this code and status 400. */
  | { readonly kind: "refused"; readonly code: MaterialCode; readonly why: string }
  /** Nobody knows. `key` is what the text holds if AWS does take it. */
  | { readonly kind: "open"; readonly why: string; readonly key?: ImportableKey };

export function refused(code: MaterialCode, why: string): ParsedKey {
  return { kind: "refused", code, why };
}

/** `Key is not in valid OpenSSH public key format`, as AWS words it. */
export function badFormat(why: string): ParsedKey {
  return refused("InvalidKey.Format", why);
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

/** What AWS says to a blob whose text said nothing wrong. */
export function judgeBlob(blob: Uint8Array, read: SshBlob, comment: string | undefined): ParsedKey {
  if (read.kind === "broken") return badFormat(`the key blob is broken: ${read.why}`);
  if (read.kind === "other")
    return badFormat(`AWS takes RSA and ED25519 only, this is ${printable(algorithmOf(read))}`);
  if (Buffer.compare(blob, writeSshBlob(read)) !== 0)
    return open("the key blob writes its numbers with needless zeros", read);
  if (read.kind === "rsa") {
    const bits = bitLength(read.n);
    if (!knownSizes.includes(bits)) return open(`no RSA key of ${bits} bits is known to have met AWS`, read);
    if (magnitude(read.e) !== knownExponent)
      return open("no RSA key with this exponent is known to have met AWS", read);
  }
  return { kind: "key", key: read, blob, ...(comment === undefined ? {} : { comment }) };
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
