import { expect, test } from "vitest";
import { readFixtureKey } from "../actions/import-key-pair/read-fixtures.ts";
import { UsageError } from "../errors.ts";
import { stubs, validateStub } from "../index.ts";
import "../vitest.ts";

const good = {
  KeyName: "k",
  KeyFingerprint: "ad:57:77:84:cb:41:71:4a:de:46:1b:6c:a6:b1:bb:8e",
  KeyPairId: "key-0123456789abcdef0",
};

test.for([
  { title: "a plain output", stub: good },
  { title: "one with metadata and tags", stub: { ...good, Tags: [{ Key: "a", Value: "" }], $metadata: {} } },
  { title: "one with an ED25519 fingerprint", stub: { ...good, KeyFingerprint: `${"A".repeat(43)}=` } },
  { title: "a Duplicate", stub: Object.assign(new Error("m"), { name: "InvalidKeyPair.Duplicate" }) },
  { title: "a server error", stub: Object.assign(new Error("m"), { name: "InternalError" }) },
])("$title could be AWS's", ({ stub }) => {
  expect(validateStub(stub)).toEqual([]);
  expect(stub).toConformTo("ImportKeyPair");
});

const named = (name: string, status?: number) =>
  Object.assign(new Error("m"), { name, ...(status !== undefined && { $metadata: { httpStatusCode: status } }) });

test.for([
  { title: "nothing", stub: undefined, says: "undefined" },
  { title: "an empty object", stub: {}, says: "no KeyPairId (H9NC)" },
  { title: "an id that is none", stub: { ...good, KeyPairId: "key-123" }, says: "C4HU" },
  { title: "a SHA-1 fingerprint", stub: { ...good, KeyFingerprint: Array(20).fill("aa").join(":") }, says: "SHA-1" },
  { title: "a prefixed fingerprint", stub: { ...good, KeyFingerprint: "SHA256:abc" }, says: "prefix" },
  { title: "upper-case hex", stub: { ...good, KeyFingerprint: good.KeyFingerprint.toUpperCase() }, says: "J8DZ" },
  { title: "the private key of another action", stub: { ...good, KeyMaterial: "-----BEGIN" }, says: "R4ZA" },
  { title: "a member too many", stub: { ...good, Region: "here" }, says: "M8TQ" },
  { title: "tags as an object", stub: { ...good, Tags: { a: "b" } }, says: "Tags is no list" },
  { title: "a tag without a value", stub: { ...good, Tags: [{ Key: "a" }] }, says: "Tags[0].Value is absent" },
  { title: "a name too long", stub: { ...good, KeyName: "n".repeat(256) }, says: "B2MR" },
  { title: "a nameless error", stub: new Error("boom"), says: "Its name is Error" },
  { title: "a code in another spelling", stub: named("InvalidKeyPairDuplicate"), says: "InvalidKeyPair.Duplicate is" },
  { title: "a code of another service", stub: named("ResourceInUse"), says: "No code ResourceInUse" },
  { title: "a dry run with 400", stub: named("DryRunOperation", 400), says: "status 412" },
])("$title could not, and it is said why", ({ stub, says }) => {
  expect(validateStub(stub).join(" ")).toContain(says);
  expect(stub).not.toConformTo("ImportKeyPair");
});

test("the stubs that are made conform, whatever the code", () => {
  const output = stubs.success({
    KeyName: "k",
    PublicKeyMaterial: Buffer.from(readFixtureKey("aws-r1")),
    TagSpecifications: [{ ResourceType: "key-pair", Tags: [{ Key: "a", Value: "b" }] }],
  });
  expect(output).toMatchObject({ KeyName: "k", Tags: [{ Key: "a", Value: "b" }] });
  expect(output).toConformTo("ImportKeyPair");
  for (const code of ["InvalidKeyPair.Duplicate", "DryRunOperation", "RequestLimitExceeded", "InternalError"])
    expect(stubs.error(code)).toConformTo("ImportKeyPair");
  expect(stubs.error("RequestLimitExceeded")).toMatchObject({ $fault: "server", $metadata: { httpStatusCode: 503 } });
});

test("what AWS refuses has no stub of a success, and an unknown code none at all", () => {
  expect(() => stubs.success({ KeyName: "k", PublicKeyMaterial: readFixtureKey("dsa") })).toThrow(UsageError);
  expect(() => stubs.error("Oops")).toThrow(UsageError);
});
