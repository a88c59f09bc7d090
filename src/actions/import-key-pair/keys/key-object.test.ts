import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { certificateInDer } from "../../../testing/certificates.ts";
import { readFixtureKey } from "../read-fixtures.ts";
import { encodeMaterial } from "./encode-material.ts";
import { fromKeyObject, isCertificate, readDer, readPem, toKeyObject } from "./key-object.ts";
import { splitOpenSshLine } from "./openssh-line.ts";
import { type ImportableKey, readSshBlob } from "./ssh-blob.ts";

const lines = [readFixtureKey("aws-r1"), readFixtureKey("aws-e1")];
const keyOf = (line: string) => readSshBlob(splitOpenSshLine(line).blob) as ImportableKey;
const bytes = (line: string, encoding: "spki-der" | "pkcs1-der") => Buffer.from(encodeMaterial(line, encoding));
const [rsa = ""] = lines;

test.for(lines)("%.12s goes to node:crypto and comes back", (line) => {
  expect(fromKeyObject(toKeyObject(keyOf(line)))).toEqual(keyOf(line));
});

test.for([
  generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey,
  generateKeyPairSync("x25519").publicKey,
  generateKeyPairSync("ed448").publicKey,
  generateKeyPairSync("rsa-pss", { modulusLength: 1024 }).publicKey,
])("a key of a type that is not imported is none: $asymmetricKeyType", (object) => {
  expect(fromKeyObject(object)).toBeUndefined();
});

test("DER is read in both forms, and only from its start to its end", () => {
  for (const line of lines) expect(readDer(bytes(line, "spki-der"))).toEqual(keyOf(line));
  expect(readDer(bytes(rsa, "pkcs1-der"))).toEqual(keyOf(rsa));
  for (const other of [bytes(rsa, "spki-der").subarray(1), bytes(rsa, "spki-der").subarray(0, -1), Buffer.alloc(0)])
    expect(readDer(other)).toBeUndefined();
});

test("PEM is read in both forms", () => {
  for (const encoding of ["spki-pem", "pkcs1-pem"] as const)
    expect(readPem(String(encodeMaterial(rsa, encoding)))).toEqual(keyOf(rsa));
  expect(readPem("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n")).toBeUndefined();
});

test("a certificate is told from a key and from noise", () => {
  expect(isCertificate(certificateInDer)).toBe(true);
  expect(isCertificate(bytes(rsa, "spki-der"))).toBe(false);
  expect(isCertificate(Buffer.from("noise"))).toBe(false);
});
