import type { Rules } from "./rules.ts";

/** A public key out of key material: its SSH wire blob, and the numbers of it that a fingerprint needs. */
export type PublicKey = {
  /** The first word of an OpenSSH line. */
  readonly label: string;
  readonly blob: Uint8Array;
  readonly encoding: "openssh" | "rfc4716";
  readonly comment: string;
} & (
  | { readonly type: "rsa"; readonly exponent: Uint8Array; readonly modulus: Uint8Array }
  | { readonly type: "ed25519" }
);

/** The strings of an SSH wire blob (RFC 4251 section 5), or undefined where the lengths do not add up. */
export const readBlob = (blob: Uint8Array): readonly Uint8Array[] | undefined => {
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  const strings: Uint8Array[] = [];
  let at = 0;
  while (at < blob.length) {
    if (at + 4 > blob.length) return undefined;
    const end = at + 4 + view.getUint32(at);
    // The length is the sender's claim: nothing is set aside for it before it is found true.
    if (end > blob.length) return undefined;
    strings.push(blob.subarray(at + 4, end));
    at = end;
  }
  return strings;
};

/** The bytes of a positive mpint without leading zeros, or undefined for zero and for negative numbers. */
const unsigned = (mpint: Uint8Array): Uint8Array | undefined => {
  const first = mpint.findIndex((byte) => byte !== 0);
  return first === -1 || (mpint[0] ?? 0) >= 0x80 ? undefined : mpint.subarray(first);
};

type Envelope = Pick<PublicKey, "encoding" | "comment"> & { readonly label?: string; readonly base64: string };

const strictBase64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** `ssh-rsa AAAA… comment`: one line, no options in front. */
const openssh = (text: string): Envelope | undefined => {
  const [, label, base64, comment = ""] = /^(\S+)[ \t]+(\S+)(?:[ \t]+([^\r\n]*))?$/.exec(text) ?? [];
  return label && base64 ? { encoding: "openssh", label, base64, comment } : undefined;
};

const begin = "---- BEGIN SSH2 PUBLIC KEY ----";
const end = "---- END SSH2 PUBLIC KEY ----";

/** RFC 4716: markers, headers that a backslash continues on the next line, base64 in lines. */
const rfc4716 = (text: string): Envelope | undefined => {
  const lines = text.split(/\r\n|\n|\r/).map((line) => line.trimEnd());
  if (lines[0] !== begin || lines.at(-1) !== end) return undefined;
  const unfolded = lines.slice(1, -1).join("\n").replaceAll("\\\n", "").split("\n");
  const body = unfolded.findIndex((line) => !line.includes(":"));
  const headers = unfolded.slice(0, body === -1 ? undefined : body);
  const comment = headers.map((header) => /^comment:\s*"?(.*?)"?$/i.exec(header)?.[1]).find(Boolean) ?? "";
  return { encoding: "rfc4716", base64: body === -1 ? "" : unfolded.slice(body).join(""), comment };
};

const bits = (number: Uint8Array): number => (number.length - 1) * 8 + (number[0] ?? 0).toString(2).length;

/** Reads key material, given as text, or finds that it is not a key that EC2 takes. */
export const parseKey = (text: string, rules: Rules): PublicKey | undefined => {
  const trimmed = text.trim();
  const envelope = trimmed.startsWith("----") ? rfc4716(trimmed) : openssh(trimmed);
  if (!envelope || !strictBase64.test(envelope.base64)) return undefined;

  const blob = new Uint8Array(Buffer.from(envelope.base64, "base64"));
  const [head, ...rest] = readBlob(blob) ?? [];
  const label = head && Buffer.from(head).toString("latin1");
  if (!label || !rules.keyTypes.includes(label) || label !== (envelope.label ?? label)) return undefined;

  const key = { label, blob, encoding: envelope.encoding, comment: envelope.comment };
  if (label === "ssh-ed25519")
    return rest.length === 1 && rest[0]?.length === 32 ? { ...key, type: "ed25519" } : undefined;

  const [exponent, modulus] = rest.map(unsigned);
  if (rest.length !== 2 || !exponent || !modulus) return undefined;
  const size = bits(modulus);
  return size >= rules.rsaMinBits && size <= rules.rsaMaxBits ? { ...key, type: "rsa", exponent, modulus } : undefined;
};
