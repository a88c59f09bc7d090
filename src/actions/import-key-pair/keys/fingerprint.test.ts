import { expect, test } from "vitest";
import { readAwsVectors, readFixtureKey } from "../read-fixtures.ts";
import { awsFingerprint, fingerprint } from "./fingerprint.ts";
import { splitOpenSshLine } from "./openssh-line.ts";
import { type ImportableKey, readSshBlob } from "./ssh-blob.ts";

const vectors = Object.entries(readAwsVectors());

test.each(vectors)("%s has the fingerprint that AWS returned", (name, { line, fingerprint: want }) => {
  expect(readFixtureKey(name)).toBe(line);
  expect(awsFingerprint(keyOf(line))).toBe(want);
});

test.each([
  { name: "aws-r1", want: "35:76:17:80:c5:ca:87:56:ff:db:4b:0e:9c:76:63:6b" },
  { name: "aws-e1", want: "f8:28:ca:45:61:e0:d0:49:7f:e6:a4:aa:c9:70:0b:46" },
])("$name has the MD5 that ssh-keygen -l -E md5 printed", ({ name, want }) => {
  expect(fingerprint(keyOf(readFixtureKey(name)), "md5-ssh")).toBe(want);
});

test("both forms are those that AWS documents", () => {
  expect(awsFingerprint(keyOf(readFixtureKey("rsa-4096")))).toMatch(/^([0-9a-f]{2}:){15}[0-9a-f]{2}$/);
  expect(awsFingerprint(keyOf(readFixtureKey("aws-e1")))).toMatch(/^[A-Za-z0-9+/]{43}=$/);
});

function keyOf(line: string): ImportableKey {
  const key = readSshBlob(splitOpenSshLine(line).blob);
  if (key.kind === "rsa" || key.kind === "ed25519") return key;
  throw new Error(`read as ${key.kind}`);
}
