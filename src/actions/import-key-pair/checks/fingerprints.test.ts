import { expect, test } from "vitest";
import {
  awsSays,
  bytes,
  describes,
  ed25519,
  ed25519ByPrograms,
  imported,
  imports,
  members,
  printed,
  refuses,
  rsa,
  rsaByPrograms,
  silent,
} from "../../../testing/key-pair-answers.ts";
import { fail, indeterminate, judged, notApplicable, pass } from "../../../testing/observations.ts";
import { testChecks } from "../../../testing/test-checks.ts";

testChecks([
  { check: "described-fingerprint", given: "the same", seen: [imported, describes(members())], want: pass },
  {
    check: "described-fingerprint",
    given: "another",
    seen: [imported, describes(members("n", "g"))],
    want: fail("f, as in the import", "g"),
  },
  {
    check: "described-fingerprint",
    given: "none",
    seen: [imported, describes("<keyName>n</keyName>")],
    want: fail("f, as in the import", "200 DescribeKeyPairsResponse"),
  },
  {
    check: "described-fingerprint",
    given: "none in both",
    seen: [{ sent: { KeyName: "n" } }, describes("<keyName>n</keyName>")],
    want: fail("a fingerprint, as in the import", "200 DescribeKeyPairsResponse"),
  },
  { check: "described-fingerprint", given: "silence", seen: [imported, silent], want: indeterminate("too late") },

  {
    check: "fingerprint-digest",
    given: "RSA as the service does it",
    seen: [printed(rsa, awsSays("aws-r1"))],
    expect: { digest: "md5-spki" },
    want: pass,
  },
  {
    check: "fingerprint-digest",
    given: "RSA as the documents say",
    seen: [printed(rsa, rsaByPrograms["md5-ssh"] ?? "")],
    expect: { digest: "md5-ssh" },
    want: pass,
  },
  {
    check: "fingerprint-digest",
    given: "the other digest",
    seen: [printed(rsa, rsaByPrograms["md5-ssh"] ?? "")],
    expect: { digest: "md5-spki" },
    want: fail(`${awsSays("aws-r1")} (md5-spki)`, rsaByPrograms["md5-ssh"] ?? ""),
  },
  {
    check: "fingerprint-digest",
    given: "RSA in upper case",
    seen: [printed(rsa, awsSays("aws-r1").toUpperCase())],
    expect: { digest: "md5-spki" },
    want: fail(`${awsSays("aws-r1")} (md5-spki)`, awsSays("aws-r1").toUpperCase()),
  },
  {
    check: "fingerprint-digest",
    given: "RSA without one",
    seen: [imports({ PublicKeyMaterial: bytes(rsa) }, "")],
    expect: { digest: "md5-spki" },
    want: fail(`${awsSays("aws-r1")} (md5-spki)`, "no keyFingerprint"),
  },
  {
    check: "fingerprint-digest",
    given: "ED25519",
    seen: [printed(ed25519, awsSays("aws-e1"))],
    expect: { digest: "sha256-ssh" },
    want: pass,
  },
  {
    check: "fingerprint-digest",
    given: "ED25519 with a prefix",
    seen: [printed(ed25519, `SHA256:${awsSays("aws-e1")}`)],
    expect: { digest: "sha256-ssh" },
    want: fail(`${awsSays("aws-e1")} (sha256-ssh)`, `SHA256:${awsSays("aws-e1")}`),
  },
  {
    check: "fingerprint-digest",
    given: "ED25519 where RSA is judged",
    seen: [printed(ed25519, "x")],
    expect: { digest: "md5-spki" },
    want: notApplicable,
  },
  {
    check: "fingerprint-digest",
    given: "RSA where ED25519 is judged",
    seen: [printed(rsa, "x")],
    expect: { digest: "sha256-ssh" },
    want: notApplicable,
  },
  {
    check: "fingerprint-digest",
    given: "no key",
    seen: [printed("garbage", "x")],
    expect: { digest: "md5-spki" },
    want: notApplicable,
  },
  {
    check: "fingerprint-digest",
    given: "silence",
    seen: [{ ...printed(rsa, "x"), ...silent }],
    expect: { digest: "md5-spki" },
    want: indeterminate("too late"),
  },

  { check: "fingerprint-form-rsa", given: "hex pairs", seen: [printed(rsa, awsSays("aws-r1"))], want: pass },
  {
    check: "fingerprint-form-rsa",
    given: "no colons",
    seen: [printed(rsa, awsSays("aws-r1").replaceAll(":", ""))],
    want: fail("16 pairs of lower-case hex digits with colons between", `"${awsSays("aws-r1").replaceAll(":", "")}"`),
  },
  {
    check: "fingerprint-form-rsa",
    given: "none",
    seen: [imports({ PublicKeyMaterial: bytes(rsa) }, "")],
    want: fail("16 pairs of lower-case hex digits with colons between", '""'),
  },
  { check: "fingerprint-form-rsa", given: "ED25519", seen: [printed(ed25519, "x")], want: notApplicable },
  {
    check: "fingerprint-form-ed25519",
    given: "padded base64",
    seen: [printed(ed25519, awsSays("aws-e1"))],
    want: pass,
  },
  {
    check: "fingerprint-form-ed25519",
    given: "no padding",
    seen: [printed(ed25519, awsSays("aws-e1").replace("=", ""))],
    want: fail('44 characters of standard base64, the last of them "="', `"${awsSays("aws-e1").replace("=", "")}"`),
  },
  {
    check: "fingerprint-form-ed25519",
    given: "the alphabet of URLs",
    seen: [printed(ed25519, `_${awsSays("aws-e1").slice(1)}`)],
    want: fail('44 characters of standard base64, the last of them "="', `"_${awsSays("aws-e1").slice(1)}"`),
  },
  { check: "fingerprint-form-ed25519", given: "RSA", seen: [printed(rsa, "x")], want: notApplicable },

  {
    check: "fingerprint-vector",
    given: "what AWS returned",
    seen: [printed(`${rsa} a comment`, awsSays("aws-r1"))],
    want: pass,
  },
  {
    check: "fingerprint-vector",
    given: "something else",
    seen: [printed(ed25519, "x")],
    want: fail(`${awsSays("aws-e1")}, as AWS returned it`, "x"),
  },
  {
    check: "fingerprint-vector",
    given: "a refusal",
    seen: [{ ...refuses("InvalidKey.Format", "ImportKeyPair"), sent: { PublicKeyMaterial: bytes(ed25519) } }],
    want: fail(`${awsSays("aws-e1")}, as AWS returned it`, "400 InvalidKey.Format: no"),
  },
  { check: "fingerprint-vector", given: "silence", seen: [silent], want: indeterminate("too late") },

  { check: "same-fingerprint", given: "one", seen: [imported, imported], want: pass },
  {
    check: "same-fingerprint",
    given: "two",
    seen: [imported, imports({}, members("m", "g"))],
    want: fail("f, as for the same key before", "g"),
  },
  {
    check: "same-fingerprint",
    given: "none",
    seen: [{}, {}],
    want: fail("a fingerprint, as for the same key before", "200 ImportKeyPairResponse"),
  },
  { check: "same-fingerprint", given: "silence", seen: [imported, silent], want: indeterminate("too late") },
]);

test("the digests of the vectors are what AWS returned", () => {
  expect(rsaByPrograms["md5-spki"]).toBe(awsSays("aws-r1"));
  expect(ed25519ByPrograms["sha256-ssh"]).toBe(awsSays("aws-e1"));
  expect(rsaByPrograms["md5-ssh"]).not.toBe(awsSays("aws-r1"));
});

test("a key that is no vector can't be judged as one: that is a mistake of ours", () => {
  expect(() => judged("fingerprint-vector", [printed("ssh-rsa AAAA", "x")])).toThrow("the key is no vector");
});
