import type { PublicKey } from "./public-key.ts";
import { readBlob, unsigned } from "./read-blob.ts";
import type { Rules } from "./rules.ts";

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
