/** What AWS says to one line that should be `label base64 comment`. */

import { badFormat, doubted, judgeBlob, open, type ParsedKey, printable } from "./parsed-key.ts";
import { algorithmOf, readSshBlob } from "./ssh-blob.ts";
import { decodeBase64 } from "./strict-base64.ts";

/** Anything that OpenSSH, of whatever age, puts in front of a public key. */
const label = /^(?:ssh-|ecdsa-sha2-|sk-|rsa-sha2-|x509v3-)[A-Za-z0-9@.-]+$/;
/** The types that AWS's user guide names. */
const imported: readonly string[] = ["ssh-rsa", "ssh-ed25519"];
/** Names of signature algorithms (RFC 8332). OpenSSH takes them for the name of the key type; whether AWS does is unknown. */
const signatures: readonly string[] = ["rsa-sha2-256", "rsa-sha2-512"];

function parseOpenSshLine(line: string): ParsedKey {
  const [, before = "", name = "", gap = "", field = "", rest = ""] =
    /^([ \t]*)([^ \t]*)([ \t]*)([^ \t]*)(.*)$/s.exec(line) ?? [];
  if (!label.test(name)) return badFormat(whyNoLabel(line));
  if (![...imported, ...signatures].includes(name))
    return badFormat(`AWS takes RSA and ED25519 only, this says ${printable(name)}`);

  const blob = decodeBase64(field);
  if (blob === undefined) return badFormat("the second field of the line is not base64");
  const read = readSshBlob(blob);
  if (read.kind === "rsa" && signatures.includes(name)) {
    return open("the line names a signature algorithm instead of the key type", read);
  }
  if (read.kind !== "broken" && algorithmOf(read) !== name) {
    return badFormat(`the line says ${name}, the key blob says ${printable(algorithmOf(read))}`);
  }

  const comment = rest === "" ? undefined : rest.slice(1);
  const parsed = judgeBlob(blob, read, comment);
  // OpenSSH skips any number of blanks and tabs between fields; whether AWS does was never recorded.
  const plain = before === "" && gap === " " && (rest === "" || /^ [^ \t]/.test(rest));
  return plain ? parsed : doubted(parsed, "the fields are not parted by single blanks");
}

/** Two OpenSSH keys, or a key and something else: which of them AWS would take is not known. */
export function parseLines(lines: readonly string[]): ParsedKey {
  const [first, ...others] = lines.map(parseOpenSshLine);
  if (first === undefined) return badFormat("there are only comments");
  if (others.length === 0) return first;
  const taken = [first, ...others].some(({ kind }) => kind !== "refused");
  return taken ? open("there are several lines, and one of them is a key") : first;
}

function whyNoLabel(line: string): string {
  const words = line.split(/[ \t]+/);
  return words.slice(1).some((word) => label.test(word))
    ? "something stands in front of the key type, such as the options of an authorized_keys file"
    : "it does not start with a key type";
}
