import { expect, test } from "vitest";
import { readAwsVectors } from "../read-aws-vectors.ts";
import { readFixtureKey } from "../read-fixture-key.ts";
import { awsFingerprint } from "./fingerprint.ts";
import { splitOpenSshLine } from "./openssh-line.ts";
import { type ImportableKey, readSshBlob } from "./ssh-blob.ts";

const vectors = Object.entries(readAwsVectors());

test.each(vectors)("%s has the fingerprint that AWS returned", (name, { line, fingerprint: want }) => {
  expect(readFixtureKey(name)).toBe(line);
  expect(awsFingerprint(keyOf(line))).toBe(want);
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
