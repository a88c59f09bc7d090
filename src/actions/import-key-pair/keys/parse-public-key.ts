/**
 * AWS's rule for PublicKeyMaterial, as far as it is known: what imports, what is refused with which code, and what
 * nobody has recorded. The text is what the wire's base64 decodes to.
 *
 * Sources: the EC2 user guide, "Create a key pair for your Amazon EC2 instance" (types, sizes, formats), and the
 * answers of the real service that `spec/import-key-pair.clauses.yaml` cites clause by clause.
 */

import { isCertificate, readDer, readPem } from "./key-object.ts";
import { parseLines } from "./openssh-line.ts";
import { badFormat, likelyRefused, open, type ParsedKey, refused } from "./parsed-key.ts";
import { beginMarker, parseRfc4716 } from "./rfc4716.ts";
import { readSshBlob } from "./ssh-blob.ts";
import { decodeBase64, looksLikeBase64 } from "./strict-base64.ts";

/** `Length exceeds maximum of 2048.`, which AWS was seen to say of the base64. */
const limit = 2048;
/** A text of this length has a base64 within the limit. */
const longest = (limit / 4) * 3;

export function parsePublicKey(material: string | Uint8Array): ParsedKey {
  const bytes = Buffer.from(material);
  if (bytes.length === 0) return likelyRefused("MissingParameter", "there is no key text");
  if (bytes.length > longest) return refused("InvalidParameterValue", whyTooLong(bytes));
  return bytes.some((byte) => byte > 0x7f) ? parseBeyondAscii(bytes) : parseText(bytes.toString("latin1"));
}

function whyTooLong(bytes: Buffer): string {
  const long = `its base64 is longer than ${limit} characters`;
  return privateKey.test(bytes.toString("latin1"))
    ? `it is a private key, and ${long}, as AWS said of one in 2013`
    : long;
}

const privateKey = /^-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/;
/** What programs of Windows put in front of a text, by the encoding that it announces. */
const marks: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ["UTF-8", [0xef, 0xbb, 0xbf]],
  ["UTF-16", [0xff, 0xfe]],
  ["UTF-16", [0xfe, 0xff]],
];

function parseBeyondAscii(bytes: Buffer): ParsedKey {
  const key = readDer(bytes);
  if (key) return open("AWS documents DER, but not which, nor how often encoded", key);
  if (isCertificate(bytes)) return open("it is an X.509 certificate");
  const [encoding] = marks.find(([, mark]) => bytes.subarray(0, mark.length).equals(Buffer.from(mark))) ?? [];
  const mark = encoding === undefined ? "" : `a byte order mark of ${encoding} in front, so `;
  return refused("InvalidParameterValue", `the key text has ${mark}bytes beyond ASCII; InvalidKey.Format was seen too`);
}

function parseText(text: string): ParsedKey {
  const tidy = text.replaceAll(/\r\n?/g, "\n").replaceAll(/^[ \t\n]+|[ \t\n]+$/g, "");
  if (tidy === "") return open("there are only blanks");
  const parsed = parseTidyText(tidy);
  // A last newline is what every key file has; any other blank around the key is unrecorded.
  const plain = tidy === text || `${tidy}\n` === text;
  return plain || parsed.kind !== "key"
    ? parsed
    : open("there are carriage returns, or blanks around the key", parsed.key);
}

function parseTidyText(text: string): ParsedKey {
  if (text.startsWith(beginMarker)) return parseRfc4716(text);
  if (text.startsWith("-----BEGIN ")) return parsePem(text);
  const joined = text.replaceAll("\n", "");
  if (looksLikeBase64(joined)) return parseBareBase64(joined);
  const lines = text.split("\n");
  const keys = lines.filter((line) => line !== "" && !line.startsWith("#"));
  const parsed = parseLines(keys);
  return keys.length === lines.length || parsed.kind !== "key"
    ? parsed
    : open("there are comment lines or blank lines beside the key", parsed.key);
}

function parsePem(text: string): ParsedKey {
  if (privateKey.test(text)) return likelyRefused("InvalidKey.Format", "it is a private key");
  // The sample request in AWS's own API reference sends one, and nobody recorded an answer.
  if (text.startsWith("-----BEGIN CERTIFICATE-----")) return open("it is an X.509 certificate");
  if (!/^-----BEGIN (?:RSA )?PUBLIC KEY-----/.test(text)) return badFormat("it is PEM, but no public key");
  const key = readPem(text);
  return key
    ? open("it is PEM, of which a refusal is known by hearsay only", key)
    : badFormat("its PEM holds no RSA or ED25519 key");
}

/** Base64 in the place of a line: of DER, as AWS documents; of a blob; or of a line, by an SDK's user who encodes again. */
function parseBareBase64(text: string): ParsedKey {
  const bytes = decodeBase64(text);
  if (bytes === undefined) return badFormat("it is neither a key nor base64 of one");
  const key = readDer(bytes);
  if (key) return open("AWS documents base64 of DER, but not which, nor how often encoded", key);
  const blob = readSshBlob(bytes);
  if (blob.kind === "rsa" || blob.kind === "ed25519")
    return open("it is a key blob without the key type in front", blob);
  return badFormat(
    /^(?:ssh-|ecdsa-|----)/.test(Buffer.from(bytes).toString("latin1"))
      ? "it is base64 once more than it should be"
      : "it is base64 of something else than a key",
  );
}
