import fc from "fast-check";
import { expect, test } from "vitest";
import { readFixtureKey } from "../read-fixtures.ts";
import { encodeMaterial, encodings } from "./encode-material.ts";
import { splitOpenSshLine } from "./openssh-line.ts";
import { parsePublicKey } from "./parse-public-key.ts";
import { type ImportableKey, readSshBlob, writeSshBlob } from "./ssh-blob.ts";

const rsa = readFixtureKey("aws-r2");
const ed25519 = readFixtureKey("aws-e2");
const pem = (label: string) => `-----BEGIN ${label}-----\nAAAA\n-----END ${label}-----\n`;
const lineOf = (key: ImportableKey) => `ssh-${key.kind} ${Buffer.from(writeSshBlob(key)).toString("base64")}`;
const evenModulus: ImportableKey = { kind: "rsa", e: Uint8Array.of(1, 0, 1), n: new Uint8Array(256).fill(0xfe) };
const rfc4716 = String(encodeMaterial(rsa, "rfc4716-headers", "a comment"));

test.each([
  { given: "nothing", text: "", want: { kind: "refused", code: "MissingParameter" } },
  { given: "an RSA line", text: rsa, want: { kind: "key", comment: "phodgson@thoughtworks.com" } },
  { given: "an ED25519 line", text: ed25519, want: { kind: "key", comment: "lzap" } },
  { given: "a comment with blanks", text: `${rsa} and  more `, want: { kind: "open" } },
  {
    given: "a comment with inner blanks",
    text: `${rsa} and  more`,
    want: { comment: "phodgson@thoughtworks.com and  more" },
  },
  { given: "RFC 4716", text: rfc4716, want: { kind: "key", comment: "a comment" } },
  { given: "RFC 4716 without its end", text: rfc4716.replace(/----[^\n]*\n$/, ""), want: badFormat() },
  { given: "RFC 4716 with a broken body", text: rfc4716.replace("AAAA", "A,AA"), want: badFormat() },
  { given: "RFC 4716 that continues for ever", text: rfc4716.replace(/\nAAAA[\s\S]*$/, "\nx: \\"), want: badFormat() },
  {
    given: "RFC 4716 in lines of 80",
    text: rfc4716.replace("Comment:", `x-long: ${"x".repeat(72)}\nComment:`),
    want: { kind: "open" },
  },
  { given: "RFC 4716 of a DSA key", text: String(encodeMaterial(readFixtureKey("dsa"), "rfc4716")), want: badFormat() },
  { given: "a private key", text: pem("OPENSSH PRIVATE KEY"), want: badFormat() },
  { given: "a certificate of X.509", text: pem("CERTIFICATE"), want: { kind: "open" } },
  { given: "a broken public PEM", text: pem("PUBLIC KEY"), want: badFormat() },
  {
    given: "a PEM of a long private key",
    text: `${pem("RSA PRIVATE KEY")}${"\n".repeat(1600)}`,
    want: { kind: "refused", code: "InvalidParameterValue", why: expect.stringContaining("private key") },
  },
  {
    given: "a label in capitals",
    text: rsa.replace("ssh-rsa", "SSH-RSA"),
    want: { kind: "open", key: { kind: "rsa" } },
  },
  { given: "a comment line only", text: "# a comment", want: badFormat() },
  { given: "URL-safe base64 in the line", text: rsa.replaceAll("+", "-"), want: badFormat() },
  { given: "base64 of anything", text: Buffer.from("this is no key either").toString("base64"), want: badFormat() },
  { given: "bytes beyond ASCII", text: `${rsa} ä`, want: { kind: "refused", code: "InvalidParameterValue" } },
  {
    given: "a byte that is no UTF-8",
    text: Uint8Array.of(0x73, 0xff),
    want: { kind: "refused", code: "InvalidParameterValue" },
  },
  { given: "2049 characters", text: "x".repeat(2049), want: { kind: "refused", code: "InvalidParameterValue" } },
  { given: "1537 characters", text: "x".repeat(1537), want: { kind: "refused", code: "InvalidParameterValue" } },
  {
    given: "a mark of UTF-8",
    text: `\uFEFF${rsa}`,
    want: { kind: "refused", why: expect.stringContaining("of UTF-8") },
  },
  {
    given: "UTF-16",
    text: Buffer.from(`\uFEFF${rsa.slice(0, 500)}`, "utf16le"),
    want: { kind: "refused", why: expect.stringContaining("of UTF-16") },
  },
  { given: "one key twice", text: `${rsa}\n${rsa} again`, want: { kind: "open", key: { kind: "rsa" } } },
  { given: "options", text: `no-pty ${rsa}`, want: { kind: "open", key: { kind: "rsa" } } },
  { given: "a NUL in the comment", text: `${rsa}\0`, want: { kind: "open", key: { kind: "rsa" } } },
  {
    given: "base64 without its padding",
    text: readFixtureKey("rsa-4096").replace("==", ""),
    want: { kind: "open", key: { kind: "rsa" } },
  },
  {
    given: "an ED25519 point of zeros",
    text: lineOf({ kind: "ed25519", point: new Uint8Array(32) }),
    want: { kind: "open" },
  },
  { given: "an even modulus", text: lineOf(evenModulus), want: { kind: "open", why: expect.stringContaining("even") } },
  { given: "RFC 4716 with blanks at its ends", text: rfc4716.replaceAll("\n", " \n"), want: { kind: "open" } },
  { given: "a security key", text: readFixtureKey("sk-ed25519"), want: { ...badFormat(), inferred: true } },
  {
    given: "exponent 35",
    text: readFixtureKey("rsa-2048-e35"),
    want: { kind: "open", why: expect.stringMatching(/fog/) },
  },
  { given: "garbage of 1536 characters", text: "x y ".repeat(384), want: badFormat() },
])("$given", ({ text, want }) => {
  expect(parsePublicKey(text)).toMatchObject(want);
});

test("no text makes it throw", () => {
  const lead = fc.constantFrom(
    "",
    "ssh-rsa ",
    "ssh-ed25519 ",
    "---- BEGIN SSH2 PUBLIC KEY ----\n",
    "-----BEGIN PUBLIC KEY-----\n",
    "0\u0082",
  );
  const text = fc.oneof(
    fc.uint8Array({ maxLength: 3000 }),
    fc.tuple(lead, fc.string()).map(([start, rest]) => start + rest),
    fc.tuple(lead, fc.base64String()).map(([start, rest]) => start + rest),
  );
  fc.assert(
    fc.property(text, (given) => void parsePublicKey(given)),
    { numRuns: 2000 },
  );
});

test("a line cut or changed anywhere is never taken for another key", () => {
  const place = fc.nat({ max: rsa.length - 1 });
  fc.assert(
    fc.property(place, fc.constantFrom(",", " ", "\n", "=", "\u0000"), (at, intruder) => {
      const parsed = parsePublicKey(rsa.slice(0, at) + intruder + rsa.slice(at));
      if (parsed.kind === "key") expect(Buffer.from(parsed.blob)).toEqual(Buffer.from(splitOpenSshLine(rsa).blob));
    }),
  );
});

test.each(encodings.filter((encoding) => encoding !== "blob"))("the key in %s is found", (encoding) => {
  const want = readSshBlob(splitOpenSshLine(rsa).blob);
  const parsed = parsePublicKey(encodeMaterial(rsa, encoding));
  expect(parsed).toMatchObject({ key: want });
});

function badFormat() {
  return { kind: "refused", code: "InvalidKey.Format" };
}
