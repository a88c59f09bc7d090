import {
  blobOf,
  bytes,
  describes,
  id,
  imported,
  imports,
  members,
  notFound,
  otherId,
  printed,
  refuses,
  rsa,
  silent,
  tag,
  tags,
} from "../../../testing/key-pair-answers.ts";
import { type Answered, fail, indeterminate, notApplicable, pass } from "../../../testing/observations.ts";
import { testChecks } from "../../../testing/test-checks.ts";

const noHttp: Answered = { trouble: { kind: "broken", why: "Parse Error" } };

testChecks([
  {
    check: "different-ids",
    given: "two ids",
    seen: [imported, imports({ KeyName: "m" }, members("m", "f", otherId))],
    want: pass,
  },
  {
    check: "different-ids",
    given: "one id",
    seen: [imported, imported],
    want: fail("an id of its own", `${id}, as the key before`),
  },
  {
    check: "different-ids",
    given: "none",
    seen: [{}, {}],
    want: fail("an id of its own", "no keyPairId, as the key before"),
  },
  {
    check: "different-ids",
    given: "a refusal",
    seen: [imported, refuses("InvalidKeyPair.Duplicate", "ImportKeyPair")],
    want: fail("a key pair with an id of its own", "400 InvalidKeyPair.Duplicate: no"),
  },
  { check: "different-ids", given: "silence", seen: [imported, silent], want: indeterminate("too late") },

  {
    check: "key-name-echoed",
    given: "the name",
    seen: [imports({ KeyName: "a&<b> " }, "<keyName>a&amp;&lt;b&gt; </keyName>")],
    want: pass,
  },
  {
    check: "key-name-echoed",
    given: "a trimmed one",
    seen: [imports({ KeyName: "a " }, "<keyName>a</keyName>")],
    want: fail('keyName "a "', 'keyName "a"'),
  },
  {
    check: "key-name-echoed",
    given: "none",
    seen: [imports({ KeyName: "a" }, "")],
    want: fail('keyName "a"', "keyName null"),
  },
  { check: "key-name-echoed", given: "no name that was sent", seen: [{}], want: notApplicable },

  { check: "key-pair-id-form", given: "an id", seen: [imported], clause: "C4HU", want: pass },
  {
    check: "key-pair-id-form",
    given: "eight digits",
    seen: [imports({}, "<keyPairId>key-01234567</keyPairId>")],
    clause: "C4HU",
    want: fail("a keyPairId that matches ^key-[0-9a-f]{17}$", '"key-01234567"'),
  },
  {
    check: "key-pair-id-form",
    given: "a newline behind it",
    seen: [imports({}, `<keyPairId>${id}\n</keyPairId>`)],
    clause: "C4HU",
    want: fail("a keyPairId that matches ^key-[0-9a-f]{17}$", `"${id}\n"`),
  },
  {
    check: "key-pair-id-form",
    given: "none",
    seen: [{}],
    clause: "C4HU",
    want: fail("a keyPairId that matches ^key-[0-9a-f]{17}$", '""'),
  },

  { check: "members-present", given: "all three", seen: [imported], want: pass },
  {
    check: "members-present",
    given: "an empty fingerprint",
    seen: [imports({}, members("n", ""))],
    want: fail("KeyName, KeyFingerprint and KeyPairId", "no KeyFingerprint"),
  },
  {
    check: "members-present",
    given: "two missing",
    seen: [imports({}, "<keyName>n</keyName>")],
    want: fail("KeyName, KeyFingerprint and KeyPairId", "no KeyFingerprint, no KeyPairId"),
  },

  {
    check: "name-still-free",
    given: "a second import",
    seen: [refuses("InvalidKey.Format", "ImportKeyPair"), imported],
    want: pass,
  },
  {
    check: "name-still-free",
    given: "a duplicate",
    seen: [refuses("InvalidKey.Format", "ImportKeyPair"), refuses("InvalidKeyPair.Duplicate", "ImportKeyPair")],
    want: fail("the name free, after InvalidKey.Format", "400 InvalidKeyPair.Duplicate: no"),
  },
  { check: "name-still-free", given: "a first one that was accepted", seen: [imported, imported], want: notApplicable },
  {
    check: "name-still-free",
    given: "silence",
    seen: [refuses("InvalidKey.Format", "ImportKeyPair"), silent],
    want: indeterminate("too late"),
  },

  { check: "no-extra-elements", given: "those of the model", seen: [imports({}, `${members()}<tagSet/>`)], want: pass },
  {
    check: "no-extra-elements",
    given: "another one",
    seen: [imports({}, `${members()}<keyType>rsa</keyType>`)],
    want: fail("no other elements", "ImportKeyPairResponse/keyType"),
  },
  {
    check: "no-extra-elements",
    given: "one twice",
    seen: [imports({}, "<keyName>n</keyName><keyName>n</keyName>")],
    want: fail("no other elements", "ImportKeyPairResponse/keyName (again)"),
  },

  {
    check: "no-extra-elements",
    given: "six of them, of which five are told",
    seen: [imports({}, "<a/><b/><c/><keyName/><d/><e/><f/>")],
    want: fail(
      "no other elements",
      ["a", "b", "c", "d", "e"].map((name) => `ImportKeyPairResponse/${name}`).join(", "),
    ),
  },
  { check: "no-extra-elements", given: "an error", seen: [refuses("A", "ImportKeyPair")], want: pass },
  { check: "no-key-material", given: "no HTTP", seen: [noHttp], want: pass },
  {
    check: "no-key-material",
    given: "no key that was sent, and a word",
    seen: [imports({ PublicKeyMaterial: bytes("garbage") }, "<keyName>undefined</keyName>")],
    want: pass,
  },
  { check: "untagged-is-empty", given: "an error", seen: [refuses("A", "ImportKeyPair")], want: notApplicable },
  ...([400, 404, 499] as const).map((status) => ({
    check: "nothing-made" as const,
    given: `a key, after a page with ${status}`,
    seen: [{ ...imported, status, body: "no" }, describes(members())],
    want: fail(`no key, after the status ${status}`, 'the key "n"'),
  })),
  ...([399, 500] as const).map((status) => ({
    check: "nothing-made" as const,
    given: `a key, after a page with ${status}, which is no refusal`,
    seen: [{ ...imported, status, body: "no" }, describes(members())],
    want: notApplicable,
  })),
  { check: "nothing-made", given: "a key, after no HTTP", seen: [noHttp, describes(members())], want: notApplicable },
  {
    check: "nothing-made",
    given: "a key without a name",
    seen: [refuses("A", "ImportKeyPair"), describes(`<keyPairId>${id}</keyPairId>`)],
    want: fail("no key, after A", "the key null"),
  },
  {
    check: "nothing-made",
    given: "no list",
    seen: [refuses("A", "ImportKeyPair"), { action: "DescribeKeyPairs" }],
    want: pass,
  },
  { check: "no-key-material", given: "the usual members", seen: [printed(rsa, "f")], want: pass },
  {
    check: "no-key-material",
    given: "the blob of the key",
    seen: [imports({ PublicKeyMaterial: bytes(rsa) }, `<extra>${blobOf(rsa)}</extra>`)],
    want: fail("no key material", "the public key"),
  },
  {
    check: "no-key-material",
    given: "an element for a private key",
    seen: [imports({ PublicKeyMaterial: bytes(rsa) }, "<keyMaterial/>")],
    want: fail("no key material", "<keyMaterial"),
  },
  {
    check: "no-key-material",
    given: "a private key",
    seen: [imports({ PublicKeyMaterial: bytes(rsa) }, "<x>-----BEGIN RSA PRIVATE KEY-----</x>")],
    want: fail("no key material", "PRIVATE KEY"),
  },
  {
    check: "no-key-material",
    given: "a name that says so",
    seen: [imports({ KeyName: "PRIVATE KEY" }, "<keyName>PRIVATE KEY</keyName>")],
    want: pass,
  },

  {
    check: "nothing-made",
    given: "not found",
    seen: [refuses("InvalidKey.Format", "ImportKeyPair"), notFound],
    want: pass,
  },
  {
    check: "nothing-made",
    given: "an empty list",
    seen: [refuses("InvalidKey.Format", "ImportKeyPair"), describes()],
    want: pass,
  },
  {
    check: "nothing-made",
    given: "a key",
    seen: [refuses("InvalidKey.Format", "ImportKeyPair"), describes(members())],
    want: fail("no key, after InvalidKey.Format", 'the key "n"'),
  },
  {
    check: "nothing-made",
    given: "another refusal",
    seen: [refuses("DryRunOperation", "ImportKeyPair"), refuses("InvalidParameterValue")],
    want: fail("no key, after DryRunOperation", "400 InvalidParameterValue: no"),
  },
  {
    check: "nothing-made",
    given: "a request that was accepted",
    seen: [imported, describes(members())],
    want: notApplicable,
  },
  {
    check: "nothing-made",
    given: "silence",
    seen: [refuses("InvalidKey.Format", "ImportKeyPair"), silent],
    want: indeterminate("too late"),
  },

  { check: "untagged-is-empty", given: "no tagSet", seen: [imported], want: pass },
  { check: "untagged-is-empty", given: "an empty one", seen: [imports({}, "<tagSet/>")], want: pass },
  {
    check: "untagged-is-empty",
    given: "a tag that nobody sent",
    seen: [imports({}, `<tagSet>${tag("a", "1")}</tagSet>`)],
    want: fail("no tags", '[{"Key":"a","Value":"1"}]'),
  },
  {
    check: "untagged-is-empty",
    given: "tags that were sent",
    seen: [imports(tags(["a", "1"]), "")],
    want: notApplicable,
  },
]);
