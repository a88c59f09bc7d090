import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { certificateInDer, certificateInPem } from "../../../testing/certificates.ts";
import { readFixtureKey } from "../read-fixtures.ts";
import { damageMaterial } from "./damage-material.ts";
import { encodeMaterial } from "./encode-material.ts";
import { joinOpenSshLine, splitOpenSshLine } from "./openssh-line.ts";
import { parsePublicKey } from "./parse-public-key.ts";
import type { MaterialCode, ParsedKey } from "./parsed-key.ts";
import { writeRfc4716 } from "./rfc4716.ts";
import { algorithmOf, type ImportableKey, readSshBlob, writeSshBlob } from "./ssh-blob.ts";
import { writeStrings } from "./wire-string.ts";

// What `ec2-contract fingerprint` tells somebody whose key AWS would not take, or of which nobody knows whether it would.

const rsa = readFixtureKey("aws-r2");
const ed25519 = readFixtureKey("aws-e2");
const bare = (line: string) => String(encodeMaterial(line, "openssh-bare"));
const [label = "", base64 = ""] = rsa.split(" ");
const keyOf = (line: string) => readSshBlob(splitOpenSshLine(line).blob);
const lineOf = (key: ImportableKey) => joinOpenSshLine({ label: algorithmOf(key), blob: writeSshBlob(key) });
const rsaOf = (bits: number, parts: Partial<ImportableKey & { readonly kind: "rsa" }> = {}) =>
  lineOf({ kind: "rsa", e: Uint8Array.of(1, 0, 1), n: new Uint8Array(bits / 8).fill(0xff), ...parts });
const pem = (what: string) => `-----BEGIN ${what}-----\nAAAA\n-----END ${what}-----\n`;
const rfc4716 = (line: string, headers: Readonly<Record<string, string>> = {}) =>
  writeRfc4716(splitOpenSshLine(line).blob, headers);
const base64Of = (text: string) => Buffer.from(text).toString("base64");

const ecKey = generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey;

const format = "InvalidKey.Format";
const value = "InvalidParameterValue";

test.for<{ given: string; text: string | Uint8Array; code: MaterialCode; why: string; inferred?: true }>([
  { given: "nothing", text: "", code: "MissingParameter", why: "there is no key text", inferred: true },
  { given: "1537 characters", text: "x".repeat(1537), code: value, why: "its base64 is longer than 2048 characters" },
  {
    given: "a long private key",
    text: pem("RSA PRIVATE KEY").padEnd(1537),
    code: value,
    why: "it is a private key, and its base64 is longer than 2048 characters, as AWS said of one in 2013",
  },
  {
    given: "a long text about private keys",
    text: `see ${pem("RSA PRIVATE KEY")}`.padEnd(1537),
    code: value,
    why: "its base64 is longer than 2048 characters",
  },
  {
    given: "an umlaut",
    text: `${rsa} ä`,
    code: value,
    why: "the key text has bytes beyond ASCII; InvalidKey.Format was seen too",
  },
  ...(
    [
      ["UTF-8", [0xef, 0xbb, 0xbf]],
      ["UTF-16", [0xff, 0xfe]],
      ["UTF-16", [0xfe, 0xff]],
    ] as const
  ).map(([encoding, mark]) => ({
    given: `a byte order mark of ${encoding}, ${mark[0]} first`,
    text: Buffer.concat([Buffer.from(mark), Buffer.from(rsa)]),
    code: value as MaterialCode,
    why: `the key text has a byte order mark of ${encoding} in front, so bytes beyond ASCII; InvalidKey.Format was seen too`,
  })),
  { given: "a private key", text: pem("PRIVATE KEY"), code: format, why: "it is a private key", inferred: true },
  {
    given: "a private key of OpenSSH",
    text: pem("OPENSSH PRIVATE KEY"),
    code: format,
    why: "it is a private key",
    inferred: true,
  },
  { given: "other PEM", text: pem("EC PARAMETERS"), code: format, why: "it is PEM, but no public key" },
  { given: "PEM of nothing", text: pem("PUBLIC KEY"), code: format, why: "its PEM holds no RSA or ED25519 key" },
  {
    given: "PEM of another type",
    text: ecKey.export({ type: "spki", format: "pem" }).toString(),
    code: format,
    why: "its PEM holds no RSA or ED25519 key",
  },
  {
    given: "letters of base64 that are none",
    text: "A".repeat(17),
    code: format,
    why: "it is neither a key nor base64 of one",
  },
  {
    given: "base64 of base64",
    text: base64Of(ed25519),
    code: format,
    why: "it is base64 once more than it should be",
  },
  {
    given: "base64 of RFC 4716",
    text: base64Of(rfc4716(ed25519)),
    code: format,
    why: "it is base64 once more than it should be",
  },
  {
    given: "base64 of a line of an ECDSA key",
    text: base64Of(readFixtureKey("ecdsa-256")),
    code: format,
    why: "it is base64 once more than it should be",
  },
  {
    given: "base64 of a sentence about ssh-rsa",
    text: base64Of("this is no key, but ssh-rsa would be"),
    code: format,
    why: "it is base64 of something else than a key",
  },
  { given: "comments", text: "# a\n# b", code: format, why: "there are only comments" },
  { given: "a sentence", text: "no key at all", code: format, why: "it does not start with a key type" },
  {
    given: "a line without base64",
    text: `${label} no,key`,
    code: format,
    why: "the second field of the line is not base64",
  },
  {
    given: "a line that ends behind its type",
    text: label,
    code: format,
    why: "the second field of the line is not base64",
  },
  {
    given: "a line that was cut",
    text: damageMaterial(rsa, "clipped"),
    code: format,
    why: "the second field of the line is not base64",
  },
  {
    given: "base64 without padding that holds no key",
    text: `${label} QUI`,
    code: format,
    why: "the second field of the line is not base64",
  },
  {
    given: "a type with more in front",
    text: `my-${bare(rsa)}`,
    code: format,
    why: "it does not start with a key type",
  },
  {
    given: "a type with more behind",
    text: bare(rsa).replace(label, `${label}!`),
    code: format,
    why: "it does not start with a key type",
  },
  {
    given: "another type, whatever comes behind it",
    text: "ssh-dss no,key",
    code: format,
    why: 'AWS takes RSA and ED25519 only, this is "ssh-dss"',
  },
  ...["ssh-dss-cert-v01@openssh.com", "sk-ecdsa-sha2-nistp256"].map((name) => ({
    given: name,
    text: `${name} AAAA`,
    code: format as MaterialCode,
    why: `AWS takes RSA and ED25519 only, this is "${name}"`,
    inferred: true as const,
  })),
  {
    given: "PEM of a public key behind something else",
    text: `${pem("EC PARAMETERS")}${pem("PUBLIC KEY")}`,
    code: format,
    why: "it is PEM, but no public key",
  },
  {
    given: "a blob that ends early",
    text: damageMaterial(bare(rsa), "truncated"),
    code: format,
    why: "the key blob is broken: it ends within the RSA numbers",
    inferred: true,
  },
  {
    given: "an ED25519 blob that ends early",
    text: damageMaterial(bare(ed25519), "truncated"),
    code: format,
    why: "the key blob is broken: it ends within the ED25519 point",
    inferred: true,
  },
  {
    given: "a short point",
    text: joinOpenSshLine({
      label: "ssh-ed25519",
      blob: writeStrings([Buffer.from("ssh-ed25519"), new Uint8Array(31)]),
    }),
    code: format,
    why: "the key blob is broken: an ED25519 point has 32 bytes, this one 31",
    inferred: true,
  },
  {
    given: "a negative modulus",
    text: joinOpenSshLine({
      label,
      blob: writeStrings([Buffer.from(label), Uint8Array.of(3), Uint8Array.of(0x80)]),
    }),
    code: format,
    why: "the key blob is broken: its RSA numbers are not positive",
    inferred: true,
  },
  {
    given: "an exponent of zero",
    text: joinOpenSshLine({ label, blob: writeStrings([Buffer.from(label), Uint8Array.of(0), Uint8Array.of(5)]) }),
    code: format,
    why: "the key blob is broken: its RSA numbers are not positive",
    inferred: true,
  },
  {
    given: "a blob that ends in its type",
    text: damageMaterial(rsa, "hostile-label-length"),
    code: format,
    why: "the key blob is broken: it ends within the name of the key type",
    inferred: true,
  },
  {
    given: "another type in the line than in the blob",
    text: damageMaterial(rsa, "wrong-label"),
    code: format,
    why: 'the line says ssh-ed25519, the key blob says "ssh-rsa"',
    inferred: true,
  },
  {
    given: "a signature algorithm in front of an ED25519 key",
    text: damageMaterial(ed25519, "sha2-label"),
    code: format,
    why: 'the line says rsa-sha2-256, the key blob says "ssh-ed25519"',
    inferred: true,
  },
  {
    given: "a blob of a long name",
    text: joinOpenSshLine({ label, blob: writeStrings([Buffer.from("x".repeat(41))]) }),
    code: format,
    why: `the line says ssh-rsa, the key blob says "${"x".repeat(40)}…"`,
    inferred: true,
  },
  {
    given: "a blob of a name that is just not long",
    text: joinOpenSshLine({ label, blob: writeStrings([Buffer.from("x".repeat(40))]) }),
    code: format,
    why: `the line says ssh-rsa, the key blob says "${"x".repeat(40)}"`,
    inferred: true,
  },
  ...["dsa", "ecdsa-256", "ecdsa-384", "ecdsa-521"].map((name) => ({
    given: name,
    text: readFixtureKey(name),
    code: format as MaterialCode,
    why: `AWS takes RSA and ED25519 only, this is "${readFixtureKey(name).split(" ")[0]}"`,
  })),
  ...["sk-ed25519", "sk-ecdsa-256", "ed448", "ed25519-cert"].map((name) => ({
    given: name,
    text: readFixtureKey(name),
    code: format as MaterialCode,
    why: `AWS takes RSA and ED25519 only, this is "${readFixtureKey(name).split(" ")[0]}"`,
    inferred: true as const,
  })),
  {
    given: "RFC 4716 of a DSA key",
    text: String(encodeMaterial(readFixtureKey("dsa"), "rfc4716")),
    code: format,
    why: 'AWS takes RSA and ED25519 only, this is "ssh-dss"',
  },
  {
    given: "RFC 4716 with more in its first line",
    text: rfc4716(rsa).replace("\n", " x\n"),
    code: format,
    why: "its first line is not the RFC 4716 begin marker",
  },
  {
    given: "RFC 4716 without its end",
    text: rfc4716(rsa).replace(/---- END.*\n/, ""),
    code: format,
    why: "its last line is not the RFC 4716 end marker",
  },
  {
    given: "RFC 4716 without a body",
    text: "---- BEGIN SSH2 PUBLIC KEY ----\nComment: x\n---- END SSH2 PUBLIC KEY ----\n",
    code: format,
    why: "what follows the headers is not base64",
  },
  {
    given: "several lines, none of which is a key",
    text: `${label} no,key\nno key at all`,
    code: format,
    why: "the second field of the line is not base64",
  },
])("$given is refused, and why is told", ({ text, code, why, inferred }) => {
  expect(parsePublicKey(text)).toStrictEqual({ kind: "refused", code, why, ...(inferred && { inferred }) });
});

test.for<{ given: string; text: string | Uint8Array; why: string; of?: string }>([
  {
    given: "DER",
    text: encodeMaterial(rsa, "spki-der"),
    of: rsa,
    why: "AWS documents DER, but not which, nor how often encoded",
  },
  {
    given: "DER of PKCS#1",
    text: encodeMaterial(rsa, "pkcs1-der"),
    of: rsa,
    why: "AWS documents DER, but not which, nor how often encoded",
  },
  {
    given: "base64 of DER",
    text: encodeMaterial(rsa, "spki-der-base64"),
    of: rsa,
    why: "AWS documents base64 of DER, but not which, nor how often encoded",
  },
  {
    given: "base64 of the DER of an ED25519 key",
    text: encodeMaterial(ed25519, "spki-der-base64"),
    of: ed25519,
    why: "AWS documents base64 of DER, but not which, nor how often encoded",
  },
  {
    given: "base64 in several lines",
    text: String(encodeMaterial(rsa, "spki-der-base64")).replace(/.{64}/g, "$&\n"),
    of: rsa,
    why: "AWS documents base64 of DER, but not which, nor how often encoded",
  },
  {
    given: "an RSA blob",
    text: base64,
    of: rsa,
    why: "it is a key blob without the key type in front",
  },
  {
    given: "an ED25519 blob",
    text: encodeMaterial(ed25519, "blob-base64"),
    of: ed25519,
    why: "it is a key blob without the key type in front",
  },
  {
    given: "PEM",
    text: encodeMaterial(rsa, "spki-pem"),
    of: rsa,
    why: "it is PEM, of which a refusal is known by hearsay only",
  },
  {
    given: "PEM of PKCS#1",
    text: encodeMaterial(rsa, "pkcs1-pem"),
    of: rsa,
    why: "it is PEM, of which a refusal is known by hearsay only",
  },
  { given: "a certificate in PEM", text: certificateInPem, why: "it is an X.509 certificate" },
  { given: "a certificate in DER", text: certificateInDer, why: "it is an X.509 certificate" },
  { given: "blanks", text: " \t\n\r\n", why: "there are only blanks" },
  ...["\r\n", "\r", " ", "\n\n", "\t\n"].map((end) => ({
    given: `${JSON.stringify(end)} behind`,
    text: `${rsa}${end}`,
    of: rsa,
    why: "there are carriage returns, or blanks around the key",
  })),
  ...[" ", "\n", "\t", "  \n"].map((start) => ({
    given: `${JSON.stringify(start)} in front`,
    text: `${start}${rsa}`,
    of: rsa,
    why: "there are carriage returns, or blanks around the key",
  })),
  {
    given: "a comment line in front",
    text: `# mine\n${rsa}`,
    of: rsa,
    why: "there are comment lines or blank lines beside the key",
  },
  {
    given: "a comment line behind",
    text: `${rsa}\n\n# mine`,
    of: rsa,
    why: "there are comment lines or blank lines beside the key",
  },
  {
    given: "a comment line, and a blank in front of the key",
    text: `# mine\n ${rsa}`,
    of: rsa,
    why: "the fields are not parted by single blanks",
  },
  { given: "a key twice", text: `${rsa}\n${bare(rsa)} b`, of: rsa, why: "the same key stands there more than once" },
  {
    given: "two keys",
    text: `${rsa}\n${ed25519}`,
    why: "there are several lines, and one of them is a key",
  },
  {
    given: "a key twice, and another",
    text: `${ed25519}\n${ed25519}\n${bare(readFixtureKey("aws-e1"))}`,
    why: "there are several lines, and one of them is a key",
  },
  {
    given: "a key behind a sentence",
    text: `no key at all\n${ed25519}`,
    why: "there are several lines, and one of them is a key",
  },
  {
    given: "a key in front of a sentence",
    text: `${ed25519}\nno key at all`,
    why: "there are several lines, and one of them is a key",
  },
  {
    given: "a broken line",
    text: damageMaterial(rsa, "wrapped"),
    of: rsa,
    why: "there is a newline within the base64",
  },
  {
    given: "options",
    text: damageMaterial(rsa, "options"),
    of: rsa,
    why: "something stands in front of the key type, such as the options of an authorized_keys file",
  },
  {
    given: "options in front of no key",
    text: "no-pty ssh-rsa no,key",
    why: "something stands in front of the key type, such as the options of an authorized_keys file",
  },
  {
    given: "options behind tabs, in front of an ECDSA key",
    text: `no-pty\t${readFixtureKey("ecdsa-256")}`,
    why: "something stands in front of the key type, such as the options of an authorized_keys file",
  },
  {
    given: "a type in capitals",
    text: rsa.replace(label, label.toUpperCase()),
    of: rsa,
    why: "its key type is in capitals",
  },
  {
    given: "a signature algorithm",
    text: damageMaterial(rsa, "sha2-label"),
    of: rsa,
    why: "the line names a signature algorithm instead of the key type",
  },
  {
    given: "the other signature algorithm",
    text: rsa.replace(label, "rsa-sha2-512"),
    of: rsa,
    why: "the line names a signature algorithm instead of the key type",
  },
  ...["  ", "\t", " \t"].map((gap) => ({
    given: `${JSON.stringify(gap)} between its fields`,
    text: rsa.replace(" ", gap),
    of: rsa,
    why: "the fields are not parted by single blanks",
  })),
  ...["  ", "\t", " \t"].map((gap) => ({
    given: `${JSON.stringify(gap)} in front of the comment`,
    text: `${bare(rsa)}${gap}c`,
    of: rsa,
    why: "the fields are not parted by single blanks",
  })),
  {
    given: "no padding",
    text: bare(readFixtureKey("rsa-4096")).replace(/=+$/, ""),
    of: readFixtureKey("rsa-4096"),
    why: "its base64 has no padding",
  },
  {
    given: "more than a key",
    text: damageMaterial(rsa, "extra-bytes"),
    why: "the key blob is broken: bytes follow the RSA modulus",
  },
  {
    given: "more than an ED25519 key",
    text: damageMaterial(ed25519, "extra-bytes"),
    why: "the key blob is broken: bytes follow the ED25519 point",
  },
  {
    given: "needless zeros",
    text: joinOpenSshLine({
      label,
      blob: writeStrings([Buffer.from(label), Uint8Array.of(0, 1, 0, 1), new Uint8Array(256).fill(0x7f)]),
    }),
    of: rsaOf(2048, { n: new Uint8Array(256).fill(0x7f) }),
    why: "the key blob writes its numbers with needless zeros",
  },
  ...[512, 768, 1536, 1032].map((bits) => ({
    given: `${bits} bits`,
    text: rsaOf(bits),
    of: rsaOf(bits),
    why: `no RSA key of ${bits} bits is known to have met AWS`,
  })),
  ...["rsa-1023", "rsa-2047"].map((name) => ({
    given: name,
    text: readFixtureKey(name),
    of: readFixtureKey(name),
    why: `no RSA key of ${name.slice(4)} bits is known to have met AWS`,
  })),
  {
    given: "the exponent 3",
    text: readFixtureKey("rsa-2048-e3"),
    of: readFixtureKey("rsa-2048-e3"),
    why: "no RSA key with the exponent 3 is known to have met AWS",
  },
  {
    given: "the exponent 35",
    text: readFixtureKey("rsa-2048-e35"),
    of: readFixtureKey("rsa-2048-e35"),
    why: "the tests of a client, fog, import an RSA key with the exponent 35 into AWS, but no log of them is public",
  },
  {
    given: "an even modulus",
    text: rsaOf(2048, { n: new Uint8Array(256).fill(0xfe) }),
    of: rsaOf(2048, { n: new Uint8Array(256).fill(0xfe) }),
    why: "its modulus is even, so it is no RSA key",
  },
  {
    given: "a point of zeros",
    text: lineOf({ kind: "ed25519", point: new Uint8Array(32) }),
    of: lineOf({ kind: "ed25519", point: new Uint8Array(32) }),
    why: "its point is zero, so it is no ED25519 key",
  },
  ...["\0", "\b", "\v", "\x1f", "\x7f"].map((char) => ({
    given: `${JSON.stringify(char)} in the comment`,
    text: `${bare(rsa)} a${char}b`,
    of: rsa,
    why: "there are control characters in the comment",
  })),
  {
    given: "RFC 4716 of an ED25519 key",
    text: rfc4716(ed25519),
    of: ed25519,
    why: "AWS's user guide allows RFC 4716 for RSA only",
  },
  {
    given: "RFC 4716 with a long line",
    text: rfc4716(rsa).replace("\nAAAA", `\nx-long: ${"x".repeat(65)}\nAAAA`),
    of: rsa,
    why: "RFC 4716 allows lines of 72 characters at most",
  },
  {
    given: "RFC 4716 with an empty line",
    text: rfc4716(rsa).replace("\nAAAA", "\n\nAAAA"),
    of: rsa,
    why: "there are empty lines, or blanks at the ends of lines",
  },
  {
    given: "RFC 4716 with a blank at the end of a line",
    text: rfc4716(rsa).replace("\nAAAA", " \nAAAA"),
    of: rsa,
    why: "there are empty lines, or blanks at the ends of lines",
  },
  {
    given: "RFC 4716 with a tab at the end of a line, and a long one",
    text: rfc4716(rsa, { Comment: "c" }).replace("\nAAAA", `\t\nx-long: ${"x".repeat(65)}\nAAAA`),
    of: rsa,
    why: "there are empty lines, or blanks at the ends of lines",
  },
])("$given is open, and why is told", ({ text, why, of }) => {
  expect(parsePublicKey(text)).toStrictEqual({ kind: "open", why, ...(of !== undefined && { key: keyOf(of) }) });
});

const taken = (line: string, comment?: string): ParsedKey => {
  const { blob } = splitOpenSshLine(line);
  const key = readSshBlob(blob);
  if (key.kind !== "rsa" && key.kind !== "ed25519") throw new Error(`it is ${key.kind}`);
  return { kind: "key", key, blob, ...(comment !== undefined && { comment }) };
};

test.for<{ given: string; text: string; want: ParsedKey }>([
  { given: "an RSA line", text: bare(rsa), want: taken(rsa) },
  { given: "an ED25519 line", text: bare(ed25519), want: taken(ed25519) },
  { given: "a newline behind", text: `${bare(rsa)}\n`, want: taken(rsa) },
  { given: "a comment", text: `${bare(rsa)} a b`, want: taken(rsa, "a b") },
  { given: "a comment with a tab in it", text: `${bare(rsa)} a\tb`, want: taken(rsa, "a\tb") },
  { given: "a comment of a tilde", text: `${bare(rsa)} ~`, want: taken(rsa, "~") },
  ...[1024, 2048, 3072, 4096, 8192].map((bits) => ({
    given: `${bits} bits`,
    text: rsaOf(bits),
    want: taken(rsaOf(bits)),
  })),
  {
    given: "a point with a zero in it",
    text: lineOf({ kind: "ed25519", point: new Uint8Array(32).fill(7, 1) }),
    want: taken(lineOf({ kind: "ed25519", point: new Uint8Array(32).fill(7, 1) })),
  },
  ...['say "a"', '"a" b'].map((comment) => ({
    given: `RFC 4716 with the comment ${comment}`,
    text: rfc4716(rsa, { Comment: comment }),
    want: taken(rsa, comment),
  })),
  { given: "RFC 4716", text: rfc4716(rsa), want: taken(rsa) },
  { given: "RFC 4716 with a comment", text: rfc4716(rsa, { Comment: "a: b" }), want: taken(rsa, "a: b") },
  { given: "RFC 4716 with a quoted comment", text: rfc4716(rsa, { COMMENT: '"a "b""' }), want: taken(rsa, 'a "b"') },
  { given: "RFC 4716 with half a quotation", text: rfc4716(rsa, { Comment: '"a' }), want: taken(rsa, '"a') },
  {
    given: "RFC 4716 with a header that goes on",
    text: rfc4716(rsa, { Subject: "s", Comment: `"${"x".repeat(150)}"` }),
    want: taken(rsa, "x".repeat(150)),
  },
  {
    given: "RFC 4716 with a line of 72 characters",
    text: rfc4716(rsa).replace("\nAAAA", `\nx-long: ${"x".repeat(64)}\nAAAA`),
    want: taken(rsa),
  },
])("$given is a key", ({ text, want }) => {
  const parsed = parsePublicKey(text);
  const plain = (one: ParsedKey) => (one.kind === "key" ? { ...one, blob: Buffer.from(one.blob) } : one);
  expect(plain(parsed)).toEqual(plain(want));
  expect(Object.keys(parsed)).toEqual(Object.keys(want));
});
