/**
 * The OpenSSH public key format, one line of `label base64(blob) comment` (sshd(8), AUTHORIZED_KEYS FILE FORMAT), and what
 * AWS says to it.
 */

import { isDeepStrictEqual } from "node:util";
import { UsageError } from "../../../errors.ts";
import {
  badFormat,
  doubted,
  judgeBlob,
  likelyRefused,
  open,
  otherType,
  type ParsedKey,
  printable,
} from "./parsed-key.ts";
import { algorithmOf, readSshBlob } from "./ssh-blob.ts";
import { decodeBase64, decodeUnpadded } from "./strict-base64.ts";

export interface OpenSshLine {
  /** The key type as the line says it; the blob says it again. */
  readonly label: string;
  readonly blob: Uint8Array;
  readonly comment?: string;
}

/**
 * Takes a well-formed line apart; for keys of our own making, as a run draws them and reports keep them.
 * @throws {UsageError} for anything else: somebody has edited a report.
 */
export function splitOpenSshLine(text: string): OpenSshLine {
  const [, label, blob, comment] = /^(\S+) ([A-Za-z0-9+/]+=*)(?: (.*))?\n?$/.exec(text) ?? [];
  if (label === undefined || blob === undefined) {
    throw new UsageError(
      `Failed to read the key ${JSON.stringify(text.slice(0, 40))}: it is no OpenSSH line. Give \`type base64 comment\`.`,
    );
  }
  return { label, blob: Buffer.from(blob, "base64"), ...(comment === undefined ? {} : { comment }) };
}

export function joinOpenSshLine({ label, blob, comment }: OpenSshLine): string {
  const line = `${label} ${Buffer.from(blob).toString("base64")}`;
  return comment === undefined ? line : `${line} ${comment}`;
}

/** Anything that OpenSSH, of whatever age, puts in front of a public key. */
const label = /^(?:ssh-|ecdsa-sha2-|sk-|rsa-sha2-|x509v3-)[A-Za-z0-9@.-]+$/;
/** The types that AWS's user guide names. */
const imported: readonly string[] = ["ssh-rsa", "ssh-ed25519"];
/** Names of signature algorithms (RFC 8332). OpenSSH takes them for the name of the key type; whether AWS does is unknown. */
const signatures: readonly string[] = ["rsa-sha2-256", "rsa-sha2-512"];

function parseOpenSshLine(line: string): ParsedKey {
  const [, before = "", name = "", gap = "", field = "", rest = ""] =
    /^([ \t]*)([^ \t]*)([ \t]*)([^ \t]*)(.*)$/s.exec(line) ?? [];
  if (!label.test(name)) return withoutLabel(line, name);
  if (![...imported, ...signatures].includes(name)) return otherType(name);

  const padded = decodeBase64(field);
  const blob = padded ?? decodeUnpadded(field);
  if (blob === undefined) return badFormat("the second field of the line is not base64");
  // A field cut at any place may look unpadded: only what holds a key is one.
  if (padded === undefined && readSshBlob(blob).kind === "broken")
    return badFormat("the second field of the line is not base64");
  const read = readSshBlob(blob);
  if (read.kind === "rsa" && signatures.includes(name)) {
    return open("the line names a signature algorithm instead of the key type", read);
  }
  if (read.kind !== "broken" && algorithmOf(read) !== name) {
    const why = `the line says ${name}, the key blob says ${printable(algorithmOf(read))}`;
    return likelyRefused("InvalidKey.Format", why);
  }

  const comment = rest === "" ? undefined : rest.slice(1);
  const parsed = judgeBlob(blob, read, comment);
  // OpenSSH skips any number of blanks and tabs between fields; whether AWS does was never recorded.
  const plain = before === "" && gap === " " && (rest === "" || /^ [^ \t]/.test(rest));
  if (!plain) return doubted(parsed, "the fields are not parted by single blanks");
  return padded === undefined ? doubted(parsed, "its base64 has no padding") : parsed;
}

/** Two OpenSSH keys, or a key and something else: which of them AWS would take is not known. */
export function parseLines(lines: readonly string[]): ParsedKey {
  const [first, ...others] = lines.map(parseOpenSshLine);
  if (first === undefined) return badFormat("there are only comments");
  if (others.length === 0) return first;
  const all = [first, ...others];
  const key = "key" in first ? first.key : undefined;
  if (key !== undefined && all.every((one) => "key" in one && isDeepStrictEqual(one.key, key)))
    return open("the same key stands there more than once", key);
  // A line that an editor broke: its pieces are one key, if anything.
  const joined = parseOpenSshLine(lines.join(""));
  if (first.kind === "refused" && joined.kind === "key")
    return open("there is a newline within the base64", joined.key);
  return all.some(({ kind }) => kind !== "refused") ? open("there are several lines, and one of them is a key") : first;
}

/** What AWS says to a line that does not begin with the type of a key. */
function withoutLabel(line: string, name: string): ParsedKey {
  const at = line.search(/(?<=[ \t])(?:ssh-|ecdsa-sha2-|sk-)[A-Za-z0-9@.-]+ /);
  if (at > 0) {
    const behind = parseOpenSshLine(line.slice(at));
    const why = "something stands in front of the key type, such as the options of an authorized_keys file";
    return "key" in behind ? open(why, behind.key) : open(why);
  }
  const lower = name.toLowerCase();
  return imported.includes(lower)
    ? doubted(parseOpenSshLine(line.replace(name, lower)), "its key type is in capitals")
    : badFormat("it does not start with a key type");
}
