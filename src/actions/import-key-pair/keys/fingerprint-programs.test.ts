import { expect, test } from "vitest";
import { digestsByPrograms, digestsOfSmallRsa } from "../../../../scripts/key-programs.ts";
import type { Digest } from "../../../model.ts";
import { byPrograms } from "../../../testing/key-pair-answers.ts";
import { readAwsVectors, readFixtureKey } from "../read-fixtures.ts";
import { fingerprint } from "./fingerprint.ts";
import { drawFreshKeys } from "./fresh-keys.ts";
import { splitOpenSshLine } from "./openssh-line.ts";
import { bitLength } from "./parsed-key.ts";
import { type ImportableKey, readSshBlob } from "./ssh-blob.ts";

const names = Object.keys(readAwsVectors());
const fixtures = ["512", "768", "1023", "1536", "2047", "2048-e3", "2048-e35", "3072", "4096", "8192", "16384"].map(
  (size) => `rsa-${size}`,
);

test.each([...names, ...fixtures])("of %s the oracle says what ssh-keygen and openssl say", (name) => {
  const line = readFixtureKey(name);
  expect(byOracle(keyOf(line))).toEqual(askedNow(line));
});

test("the digests that tests take from keys.json are what ssh-keygen and openssl say", () => {
  for (const name of ["aws-r1", "aws-e1"]) expect(digestsByPrograms(readFixtureKey(name))).toEqual(byPrograms(name));
});

test("of fresh keys the oracle says what ssh-keygen and openssl say", async () => {
  const keys = await drawFreshKeys(["rsa-1024", "rsa-2048", "rsa-2048-b", "ed25519", "ed25519-b", "ed25519-c"]);
  for (const line of Object.values(keys)) expect(byOracle(keyOf(line))).toEqual(askedNow(line));
});

function byOracle(key: ImportableKey): Record<Digest, string> {
  return {
    "md5-spki": fingerprint(key, "md5-spki"),
    "md5-ssh": fingerprint(key, "md5-ssh"),
    "sha256-ssh": fingerprint(key, "sha256-ssh"),
  };
}

function askedNow(line: string): Record<Digest, string> {
  const key = keyOf(line);
  if (key.kind === "ed25519" || bitLength(key.n) >= 1024) return digestsByPrograms(line);
  return digestsOfSmallRsa(line, Buffer.from(key.n).toString("hex"), Buffer.from(key.e).toString("hex"));
}

function keyOf(line: string): ImportableKey {
  const key = readSshBlob(splitOpenSshLine(line).blob);
  if (key.kind === "rsa" || key.kind === "ed25519") return key;
  throw new Error(`read as ${key.kind}`);
}
