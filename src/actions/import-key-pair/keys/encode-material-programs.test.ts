import { expect, test } from "vitest";
import { importBySshKeygen, run } from "../../../../scripts/key-programs.ts";
import { readFixtureKey } from "../read-fixtures.ts";
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
