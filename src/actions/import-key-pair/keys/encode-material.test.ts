import { expect, test } from "vitest";
import { importBySshKeygen, run } from "../../../../scripts/key-programs.ts";
import { readFixtureKey } from "../read-fixture-key.ts";
import { encodeMaterial } from "./encode-material.ts";

const rsa = readFixtureKey("aws-r1");
const ed25519 = readFixtureKey("aws-e1");
const long = "a comment that is much too long for a single line of an RFC 4716 file, so it goes on";

test.each([rsa, ed25519])("RFC 4716 is read by ssh-keygen: %.12s", (line) => {
  for (const encoding of ["rfc4716", "rfc4716-comment", "rfc4716-headers", "rfc4716-crlf"] as const) {
    expect(importBySshKeygen(String(encodeMaterial(line, encoding)), "RFC4716")).toBe(line);
  }
  expect(importBySshKeygen(String(encodeMaterial(line, "rfc4716-comment", long)), "RFC4716")).toBe(line);
});

test("no line of RFC 4716 has more than 72 characters", () => {
  const lines = String(encodeMaterial(rsa, "rfc4716-headers", long)).split("\n");
  expect(lines.filter((line) => line.length > 72)).toEqual([]);
  expect(lines.filter((line) => line.endsWith("\\")).length).toBeGreaterThan(2);
});

test("PEM is read by ssh-keygen, DER by openssl", () => {
  expect(importBySshKeygen(String(encodeMaterial(rsa, "spki-pem")), "PKCS8")).toBe(rsa);
  expect(importBySshKeygen(String(encodeMaterial(rsa, "pkcs1-pem")), "PEM")).toBe(rsa);
  const spki = encodeMaterial(rsa, "spki-der");
  const pkcs1 = encodeMaterial(rsa, "pkcs1-der");
  const pem = run("openssl", ["pkey", "-pubin", "-inform", "DER"], spki).toString();
  expect(pem).toBe(run("openssl", ["rsa", "-RSAPublicKey_in", "-inform", "DER", "-pubout"], pkcs1).toString());
  expect(pem).toBe(encodeMaterial(rsa, "spki-pem"));
  expect(encodeMaterial(rsa, "spki-der-base64")).toBe(run("openssl", ["base64", "-A"], spki).toString());
  expect(encodeMaterial(rsa, "pkcs1-der-base64")).toBe(run("openssl", ["base64", "-A"], pkcs1).toString());
});

test.each([
  { encoding: "verbatim", want: "a b key" },
  { encoding: "openssh", want: "a b c" },
  { encoding: "openssh-bare", want: "a b" },
  { encoding: "openssh-newline", want: "a b c\n" },
  { encoding: "openssh-crlf", want: "a b c\r\n" },
  { encoding: "openssh-tabs", want: "a\tb\tc" },
  { encoding: "openssh-two-blanks", want: "a  b c" },
  { encoding: "openssh-leading-blank", want: " a b c" },
  { encoding: "openssh-trailing-blank", want: "a b c " },
  { encoding: "openssh-blank-line-first", want: "\na b c\n" },
  { encoding: "openssh-comment-line-first", want: "# a comment\na b c\n" },
  { encoding: "blob-base64", want: "b" },
] as const)("$encoding writes the fields as $want", ({ encoding, want }) => {
  const [a = "", b = ""] = ed25519.split(" ");
  const spelt = want.replace(/^([^\w]*)a\b(?! comment)|\n(a)\b/, (match) => match.replace("a", a)).replace(/\bb\b/, b);
  expect(encodeMaterial(`${ed25519} key`, encoding, "c")).toBe(spelt);
});

test("its own comment stays where none is given", () => {
  expect(encodeMaterial(`${rsa} mine`, "openssh")).toBe(`${rsa} mine`);
});

test("a key without DER says so", () => {
  expect(() => encodeMaterial(readFixtureKey("dsa"), "spki-der")).toThrow("Failed to encode a key of type ssh-dss");
});
