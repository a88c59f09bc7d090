import fc from "fast-check";
import { expect, test } from "vitest";
import { readFixtureKey } from "../read-fixtures.ts";
import { splitOpenSshLine } from "./openssh-line.ts";
import { type ImportableKey, readSshBlob, writeSshBlob } from "./ssh-blob.ts";
import { writeStrings } from "./wire-string.ts";

const number = (longest: number) =>
  fc.uint8Array({ minLength: 1, maxLength: longest }).filter((bytes) => bytes[0] !== 0);
const key: fc.Arbitrary<ImportableKey> = fc.oneof(
  fc.record({ kind: fc.constant("rsa" as const), e: number(8), n: number(300) }),
  fc.record({ kind: fc.constant("ed25519" as const), point: fc.uint8Array({ minLength: 32, maxLength: 32 }) }),
);
const ascii = (text: string) => Buffer.from(text);

test("a key that is written is read again as itself", () => {
  fc.assert(
    fc.property(key, (given) => {
      expect(readSshBlob(writeSshBlob(given))).toEqual(given);
    }),
  );
});

test("any bytes are read without an exception", () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void readSshBlob(bytes)));
});

test("a key that lost its end, or got more of it, is broken", () => {
  fc.assert(
    fc.property(key, fc.nat(), (given, at) => {
      const blob = writeSshBlob(given);
      expect(readSshBlob(blob.subarray(0, at % blob.length))).not.toEqual(given);
      expect(readSshBlob(Uint8Array.of(...blob, 0))).toMatchObject({ kind: "broken" });
    }),
  );
});

test.each(["aws-r1", "aws-e1", "rsa-1023", "rsa-8192", "rsa-2048-e3"])(
  "the blob of %s is written as ssh-keygen wrote it",
  (name) => {
    const { blob } = splitOpenSshLine(readFixtureKey(name));
    const read = readSshBlob(blob);
    if (read.kind !== "rsa" && read.kind !== "ed25519") throw new Error(`read as ${read.kind}`);
    expect(Buffer.from(writeSshBlob(read)).toString("base64")).toBe(Buffer.from(blob).toString("base64"));
  },
);

const one = Uint8Array.of(1);
test.each([
  { given: "nothing", blob: new Uint8Array(), want: { kind: "broken" } },
  { given: "half a length", blob: Uint8Array.of(0, 0), want: { kind: "broken" } },
  { given: "a length of 4 GiB", blob: Uint8Array.of(255, 255, 255, 255, 1), want: { kind: "broken" } },
  { given: "an empty name", blob: Uint8Array.of(0, 0, 0, 0), want: { kind: "other", algorithm: "" } },
  { given: "another type", blob: writeStrings([ascii("ssh-dss"), one]), want: { kind: "other", algorithm: "ssh-dss" } },
  {
    given: "a modulus of zero",
    blob: writeStrings([ascii("ssh-rsa"), one, Uint8Array.of(0)]),
    want: { kind: "broken" },
  },
  {
    given: "a negative modulus",
    blob: writeStrings([ascii("ssh-rsa"), one, Uint8Array.of(128)]),
    want: { kind: "broken" },
  },
  { given: "no modulus", blob: writeStrings([ascii("ssh-rsa"), one]), want: { kind: "broken" } },
  {
    given: "needless zeros",
    blob: writeStrings([ascii("ssh-rsa"), one, Uint8Array.of(0, 0, 5)]),
    want: { kind: "rsa", e: one, n: Uint8Array.of(5) },
  },
  {
    given: "a point of 31 bytes",
    blob: writeStrings([ascii("ssh-ed25519"), new Uint8Array(31)]),
    want: { kind: "broken" },
  },
])("a blob with $given is read as $want.kind", ({ blob, want }) => {
  expect(readSshBlob(blob)).toMatchObject(want);
});
