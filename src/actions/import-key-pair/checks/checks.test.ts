import { expect, test } from "vitest";
import { digestsByPrograms } from "../../../../scripts/key-programs.ts";
import type { BoundInput, Expectation, Judged } from "../../../model.ts";
import {
  type Answered,
  contract,
  fail,
  failure,
  indeterminate,
  judged,
  notApplicable,
  pass,
  success,
} from "../../../testing/observations.ts";
import { readAwsVectors } from "../read-aws-vectors.ts";
import { allChecks } from "./all-checks.ts";

const vectors = readAwsVectors();
const lineOf = (name: string): string => vectors[name]?.line ?? "";
const awsSays = (name: string): string => vectors[name]?.fingerprint ?? "";
const [rsa, ed25519] = [lineOf("aws-r1"), lineOf("aws-e1")];
const rsaByPrograms = digestsByPrograms(rsa);
const ed25519ByPrograms = digestsByPrograms(ed25519);
const blobOf = (line: string): string => line.split(" ")[1] ?? "";

const [id, otherId] = ["key-0123456789abcdef0", "key-0fedcba9876543210"];
const members = (name = "n", print = "f", keyId = id): string =>
  `<keyName>${name}</keyName><keyFingerprint>${print}</keyFingerprint><keyPairId>${keyId}</keyPairId>`;
const imports = (sent: BoundInput, inner: string): Answered => ({ sent, body: success(inner) });
const bytes = (line: string): Uint8Array => Buffer.from(line);
const printed = (line: string, print: string): Answered =>
  imports({ KeyName: "n", PublicKeyMaterial: bytes(line) }, `<keyFingerprint>${print}</keyFingerprint>`);
const describes = (...items: readonly string[]): Answered => ({
  action: "DescribeKeyPairs",
  body: success(`<keySet>${items.map((item) => `<item>${item}</item>`).join("")}</keySet>`, "DescribeKeyPairs"),
});
const deletes = (inner = "<return>true</return>"): Answered => ({
  action: "DeleteKeyPair",
  body: success(inner, "DeleteKeyPair"),
});
const refuses = (code: string, action = "DescribeKeyPairs"): Answered => ({ action, status: 400, body: failure(code) });
const silent: Answered = { trouble: { kind: "timeout", why: "too late" } };
const unreachable: Answered = { trouble: { kind: "unreachable", why: "nobody" } };
const page: Answered = {
  action: "DescribeKeyPairs",
  status: 502,
  body: "bad gateway",
  headers: { "content-type": "text/plain" },
};
const tag = (key: string, value: string): string => `<item><key>${key}</key><value>${value}</value></item>`;
const tags = (...pairs: readonly (readonly [string, string])[]): BoundInput => ({
  KeyName: "n",
  TagSpecifications: [{ ResourceType: "key-pair", Tags: pairs.map(([Key, Value]) => ({ Key, Value })) }],
});
const imported = imports({ KeyName: "n" }, members());
const second = imports({ KeyName: "m" }, members("m"));
const notFound = refuses("InvalidKeyPair.NotFound");
const created = (time: string): string => `${members()}<createTime>${time}</createTime>`;
const at = (date: string): Answered => ({ ...imported, headers: { date } });
const noon = "Tue, 24 Nov 2026 12:00:00 GMT";

interface Row {
  readonly check: keyof typeof allChecks;
  readonly given: string;
  readonly seen: readonly Answered[];
  readonly expect?: Expectation;
  readonly clause?: string;
  readonly want: Judged;
}

const rows: readonly Row[] = [
  { check: "answered", given: "a success", seen: [{}], want: pass },
  { check: "answered", given: "an error", seen: [refuses("InvalidParameterValue", "ImportKeyPair")], want: pass },
  {
    check: "answered",
    given: "500",
    seen: [{ status: 500, body: failure("InternalError") }],
    want: fail("a well-formed answer below 500", "500 InternalError: no"),
  },
  {
    check: "answered",
    given: "a page",
    seen: [page],
    want: fail(
      "a well-formed answer below 500",
      'HTTP 502, text/plain, body "bad gateway" is not well-formed XML: 1:11: text data outside of root node.',
    ),
  },
  {
    check: "answered",
    given: "no HTTP",
    seen: [{ trouble: { kind: "broken", why: "Parse Error" } }],
    want: fail("a well-formed answer below 500", "Parse Error"),
  },
  {
    check: "answered",
    given: "silence, which it was to provoke",
    seen: [silent],
    want: fail("a well-formed answer below 500", "too late"),
  },
  { check: "answered", given: "no target at all", seen: [unreachable], want: indeterminate("nobody") },

  { check: "still-lives", given: "an answer", seen: [silent, describes()], want: pass },
  {
    check: "still-lives",
    given: "an error",
    seen: [imported, { status: 500, body: failure("InternalError"), action: "DescribeKeyPairs" }],
    want: fail("200 DescribeKeyPairsResponse", "500 InternalError: no"),
  },
  {
    check: "still-lives",
    given: "silence after silence",
    seen: [silent, { ...unreachable, action: "DescribeKeyPairs" }],
    want: fail("200 DescribeKeyPairsResponse after such a request", "nobody"),
  },
  {
    check: "still-lives",
    given: "silence after an answer: somebody else's doing",
    seen: [imported, unreachable],
    want: indeterminate("nobody"),
  },

  { check: "finds-all", given: "both", seen: [imported, second, describes(members(), members("m"))], want: pass },
  {
    check: "finds-all",
    given: "the first only",
    seen: [imported, second, describes(members())],
    want: fail('exactly "m", "n"', '1 key pairs: "n"'),
  },

  {
    check: "same-create-time",
    given: "the same",
    seen: [imported, describes(created("2026-11-24T12:00:00.000Z")), describes(created("2026-11-24T12:00:00.000Z"))],
    want: pass,
  },
  {
    check: "same-create-time",
    given: "a later one",
    seen: [imported, describes(created("2026-11-24T12:00:00.000Z")), describes(created("2026-11-24T12:00:00.004Z"))],
    want: fail("createTime 2026-11-24T12:00:00.000Z, as before", "createTime 2026-11-24T12:00:00.004Z"),
  },
  {
    check: "same-create-time",
    given: "none at all",
    seen: [imported, describes(members()), describes(members())],
    want: notApplicable,
  },

  {
    check: "create-time",
    given: "the second of the import",
    seen: [at(noon), at(noon), describes(created("2026-11-24T12:00:00.000Z"))],
    want: pass,
  },
  {
    check: "create-time",
    given: "a fraction behind a header of whole seconds",
    seen: [at(noon), at(noon), describes(created("2026-11-24T12:00:01.999Z"))],
    want: pass,
  },
  {
    check: "create-time",
    given: "an hour before",
    seen: [at(noon), at(noon), describes(created("2026-11-24T11:00:00.000Z"))],
    want: fail(
      "a createTime between 2026-11-24T12:00:00.000Z and 2026-11-24T12:00:00.000Z, by the target's clock",
      "2026-11-24T11:00:00.000Z",
    ),
  },
  {
    check: "create-time",
    given: "two seconds later",
    seen: [at(noon), at(noon), describes(created("2026-11-24T12:00:02.000Z"))],
    want: fail(
      "a createTime between 2026-11-24T12:00:00.000Z and 2026-11-24T12:00:00.000Z, by the target's clock",
      "2026-11-24T12:00:02.000Z",
    ),
  },
  {
    check: "create-time",
    given: "none",
    seen: [at(noon), at(noon), describes(members())],
    want: fail(
      "a createTime between 2026-11-24T12:00:00.000Z and 2026-11-24T12:00:00.000Z, by the target's clock",
      "200 DescribeKeyPairsResponse",
    ),
  },
  {
    check: "create-time",
    given: "a target without a clock",
    seen: [imported, imported, describes(created("2026-11-24T11:00:00.000Z"))],
    want: notApplicable,
  },
  { check: "create-time", given: "silence", seen: [at(noon), at(noon), silent], want: indeterminate("too late") },

  {
    check: "create-time-form",
    given: "ISO 8601 in UTC",
    seen: [imported, describes(created("2026-11-24T12:00:00.000Z"))],
    want: pass,
  },
  {
    check: "create-time-form",
    given: "it without a fraction",
    seen: [imported, describes(created("2026-11-24T12:00:00Z"))],
    want: pass,
  },
  {
    check: "create-time-form",
    given: "an offset",
    seen: [imported, describes(created("2026-11-24T12:00:00+00:00"))],
    want: fail("ISO 8601 in UTC, such as 2022-04-28T11:37:26.000Z", "2026-11-24T12:00:00+00:00"),
  },
  {
    check: "create-time-form",
    given: "a day that does not exist",
    seen: [imported, describes(created("2026-13-41T12:00:00Z"))],
    want: fail("ISO 8601 in UTC, such as 2022-04-28T11:37:26.000Z", "2026-13-41T12:00:00Z"),
  },
  {
    check: "create-time-form",
    given: "none",
    seen: [imported, describes(members())],
    want: fail("a createTime", `HTTP 200, text/xml;charset=UTF-8, body "${describes(members()).body?.slice(0, 80)}"`),
  },
  { check: "create-time-form", given: "silence", seen: [imported, silent], want: indeterminate("too late") },

  { check: "deleted", given: "true, and not found", seen: [deletes(), notFound], want: pass },
  { check: "deleted", given: "true, and an empty list", seen: [deletes(), describes()], want: pass },
  {
    check: "deleted",
    given: "false",
    seen: [deletes("<return>false</return>"), notFound],
    want: fail("200 with return true", "return false"),
  },
  {
    check: "deleted",
    given: "no return",
    seen: [deletes(""), notFound],
    want: fail("200 with return true", "return null"),
  },
  {
    check: "deleted",
    given: "a refusal",
    seen: [refuses("InvalidKeyPair.NotFound", "DeleteKeyPair"), notFound],
    want: fail("200 with return true", "400 InvalidKeyPair.NotFound: no"),
  },
  {
    check: "deleted",
    given: "a key that lives on",
    seen: [deletes(), describes(members())],
    want: fail("the key is gone", 'it is still described: "n"'),
  },
  { check: "deleted", given: "silence", seen: [deletes(), silent], want: indeterminate("too late") },

  {
    check: "deleted-id",
    given: "the id of the import",
    seen: [imported, deletes(`<return>true</return><keyPairId>${id}</keyPairId>`)],
    want: pass,
  },
  {
    check: "deleted-id",
    given: "another id",
    seen: [imported, deletes(`<keyPairId>${otherId}</keyPairId>`)],
    want: fail(`keyPairId ${id}`, `keyPairId ${otherId}`),
  },
  { check: "deleted-id", given: "none", seen: [imported, deletes()], want: fail(`keyPairId ${id}`, "no keyPairId") },
  {
    check: "deleted-id",
    given: "an import without an id",
    seen: [{}, deletes()],
    want: fail("keyPairId of the import", "no keyPairId"),
  },
  { check: "deleted-id", given: "silence", seen: [imported, silent], want: indeterminate("too late") },

  { check: "deletion-accepted", given: "true", seen: [deletes()], want: pass },
  {
    check: "deletion-accepted",
    given: "false",
    seen: [deletes("<return>false</return>")],
    want: fail("200 with return true", "return false"),
  },
  {
    check: "deletion-accepted",
    given: "not found",
    seen: [refuses("InvalidKeyPair.NotFound", "DeleteKeyPair")],
    want: fail("200 with return true", "400 InvalidKeyPair.NotFound: no"),
  },
  { check: "deletion-accepted", given: "silence", seen: [silent], want: indeterminate("too late") },

  { check: "described-as-imported", given: "the same", seen: [imported, describes(members())], want: pass },
  {
    check: "described-as-imported",
    given: "another id",
    seen: [imported, describes(members("n", "f", otherId))],
    want: fail(`KeyPairId ${id}, as before`, `KeyPairId "${otherId}"`),
  },
  {
    check: "described-as-imported",
    given: "another fingerprint",
    seen: [imported, describes(members("n", "g"))],
    want: fail("KeyFingerprint f, as before", 'KeyFingerprint "g"'),
  },
  {
    check: "described-as-imported",
    given: "tags that came later",
    seen: [imported, describes(`${members()}<tagSet>${tag("late", "yes")}</tagSet>`)],
    want: fail("no tags, as before", '[{"Key":"late","Value":"yes"}]'),
  },
  {
    check: "described-as-imported",
    given: "no such key",
    seen: [imported, describes(members("m"))],
    want: fail("the imported key pair in the description", '1 key pairs: "m"'),
  },
  {
    check: "described-as-imported",
    given: "a refusal",
    seen: [imported, notFound],
    want: fail("the imported key pair in the description", "400 InvalidKeyPair.NotFound: no"),
  },
  { check: "described-as-imported", given: "silence", seen: [imported, silent], want: indeterminate("too late") },

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

  { check: "described-id", given: "the same", seen: [imported, describes(members())], want: pass },
  {
    check: "described-id",
    given: "another",
    seen: [imported, describes(members("n", "f", otherId))],
    want: fail(`keyPairId ${id}`, `keyPairId "${otherId}"`),
  },
  {
    check: "described-id",
    given: "none in both",
    seen: [{ sent: { KeyName: "n" } }, describes("<keyName>n</keyName>")],
    want: fail("keyPairId of the import", "keyPairId null"),
  },
  { check: "described-id", given: "silence", seen: [imported, silent], want: indeterminate("too late") },

  {
    check: "described-key-type",
    given: "rsa",
    seen: [printed(rsa, "f"), describes(`${members()}<keyType>rsa</keyType>`)],
    want: pass,
  },
  {
    check: "described-key-type",
    given: "ed25519",
    seen: [printed(ed25519, "f"), describes(`${members()}<keyType>ed25519</keyType>`)],
    want: pass,
  },
  {
    check: "described-key-type",
    given: "the other one",
    seen: [printed(ed25519, "f"), describes(`${members()}<keyType>rsa</keyType>`)],
    want: fail("keyType ed25519", 'keyType "rsa"'),
  },
  {
    check: "described-key-type",
    given: "none",
    seen: [printed(rsa, "f"), describes(members())],
    want: fail("keyType rsa", "keyType null"),
  },
  { check: "described-key-type", given: "no key at all", seen: [imported, describes(members())], want: notApplicable },
  { check: "described-key-type", given: "silence", seen: [imported, silent], want: indeterminate("too late") },

  {
    check: "described-members",
    given: "those of the model",
    seen: [
      imported,
      describes(`${created("2026-11-24T12:00:00Z")}<keyType>rsa</keyType><publicKey>k</publicKey><tagSet/>`),
    ],
    want: pass,
  },
  {
    check: "described-members",
    given: "another one",
    seen: [imported, describes(`${members()}<ownerId>1</ownerId>`)],
    want: fail("no other elements", "DescribeKeyPairsResponse/keySet/item/ownerId"),
  },
  { check: "described-members", given: "silence", seen: [imported, silent], want: indeterminate("too late") },

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

  { check: "finds", given: "the key among others", seen: [imported, describes(members("m"), members())], want: pass },
  {
    check: "finds",
    given: "others",
    seen: [imported, describes(members("m"), members("N"))],
    want: fail("the imported key pair in the description", '2 key pairs: "m", "N"'),
  },
  {
    check: "finds",
    given: "nothing",
    seen: [imported, describes()],
    want: fail("the imported key pair in the description", "0 key pairs: none"),
  },
  { check: "finds", given: "silence", seen: [imported, silent], want: indeterminate("too late") },

  {
    check: "finds-fingerprint",
    given: "keys of the fingerprint",
    seen: [imported, describes(members("m"), members())],
    want: pass,
  },
  {
    check: "finds-fingerprint",
    given: "keys of other fingerprints",
    seen: [imported, describes(members("m", "g"), members())],
    want: fail("only keys of the fingerprint f", '"m"'),
  },
  { check: "finds-fingerprint", given: "silence", seen: [imported, silent], want: indeterminate("too late") },

  { check: "finds-nothing", given: "an empty list", seen: [describes()], want: pass },
  {
    check: "finds-nothing",
    given: "a key",
    seen: [describes(members())],
    want: fail("200 with an empty keySet", '1 key pairs: "n"'),
  },
  {
    check: "finds-nothing",
    given: "no list",
    seen: [{ action: "DescribeKeyPairs" }],
    want: fail("200 with an empty keySet", "no keySet"),
  },
  {
    check: "finds-nothing",
    given: "a refusal",
    seen: [notFound],
    want: fail("200 with an empty keySet", "400 InvalidKeyPair.NotFound: no"),
  },
  { check: "finds-nothing", given: "silence", seen: [silent], want: indeterminate("too late") },

  { check: "finds-only", given: "the key alone", seen: [imported, describes(members())], want: pass },
  {
    check: "finds-only",
    given: "the key among others",
    seen: [imported, describes(members("m"), members())],
    want: fail('only "n"', '2 key pairs: "m", "n"'),
  },
  {
    check: "finds-only",
    given: "six others",
    seen: [imported, describes(...["n", "a", "b", "c", "d", "e", "f"].map((name) => members(name)))],
    want: fail('only "n"', '7 key pairs: "n", "a", "b", "c", "d", …'),
  },
  { check: "finds-only", given: "silence", seen: [imported, silent], want: indeterminate("too late") },

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

  { check: "no-deleted-id", given: "no id", seen: [deletes()], want: pass },
  {
    check: "no-deleted-id",
    given: "an id",
    seen: [deletes(`<return>true</return><keyPairId>${id}</keyPairId>`)],
    want: fail("no keyPairId", `keyPairId "${id}"`),
  },
  {
    check: "no-deleted-id",
    given: "a refusal",
    seen: [refuses("InvalidKeyPair.NotFound", "DeleteKeyPair")],
    want: notApplicable,
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

  { check: "public-key-absent", given: "none", seen: [imported, describes(members())], want: pass },
  {
    check: "public-key-absent",
    given: "one",
    seen: [imported, describes(`${members()}<publicKey>k</publicKey>`)],
    want: fail("no publicKey", 'publicKey "k"'),
  },

  {
    check: "public-key-comment",
    given: "the name",
    seen: [imports({ KeyName: "n n" }, ""), describes(`<keyName>n n</keyName><publicKey>${rsa} n n\n</publicKey>`)],
    want: pass,
  },
  {
    check: "public-key-comment",
    given: "the comment that was sent",
    seen: [imported, describes(`${members()}<publicKey>${rsa} me@home</publicKey>`)],
    want: fail("the comment n", "the comment me@home"),
  },
  {
    check: "public-key-comment",
    given: "no comment",
    seen: [imported, describes(`${members()}<publicKey>${rsa}</publicKey>`)],
    want: fail("the comment n", "no comment"),
  },
  { check: "public-key-comment", given: "no public key", seen: [imported, describes(members())], want: notApplicable },

  {
    check: "public-key-returned",
    given: "type and blob",
    seen: [printed(rsa, "f"), describes(`${members()}<publicKey>${rsa} n\n</publicKey>`)],
    want: pass,
  },
  {
    check: "public-key-returned",
    given: "type and blob of ED25519",
    seen: [printed(ed25519, "f"), describes(`${members()}<publicKey>${ed25519}</publicKey>`)],
    want: pass,
  },
  {
    check: "public-key-returned",
    given: "another key",
    seen: [printed(ed25519, "f"), describes(`${members()}<publicKey>ssh-ed25519 AAAA</publicKey>`)],
    want: fail(`publicKey ${ed25519.split(" ").slice(0, 2).join(" ")}`, 'publicKey "ssh-ed25519 AAAA"'),
  },
  {
    check: "public-key-returned",
    given: "none",
    seen: [printed(ed25519, "f"), describes(members())],
    want: fail(`publicKey ${ed25519.split(" ").slice(0, 2).join(" ")}`, "publicKey null"),
  },
  {
    check: "public-key-returned",
    given: "no key that was sent",
    seen: [imported, describes(members())],
    want: notApplicable,
  },

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

  {
    check: "tags-described",
    given: "the tags",
    seen: [
      { ...imported, sent: tags(["a", "1"], ["b", "2"]) },
      describes(`${members()}<tagSet>${tag("b", "2")}${tag("a", "1")}</tagSet>`),
    ],
    want: pass,
  },
  {
    check: "tags-described",
    given: "none",
    seen: [{ ...imported, sent: tags(["a", "1"]) }, describes(members())],
    want: fail('the tags "a"="1"', "no tags"),
  },
  {
    check: "tags-described",
    given: "no such key",
    seen: [{ ...imported, sent: tags(["a", "1"]) }, describes()],
    want: fail("the imported key pair in the description", "200 DescribeKeyPairsResponse"),
  },
  { check: "tags-described", given: "silence", seen: [imported, silent], want: indeterminate("too late") },

  {
    check: "tags-echoed",
    given: "the tags in another order",
    seen: [imports(tags(["a", "1"], ["b", ""]), `<tagSet>${tag("b", "")}${tag("a", "1")}</tagSet>`)],
    want: pass,
  },
  {
    check: "tags-echoed",
    given: "one twice",
    seen: [imports(tags(["a", "1"]), `<tagSet>${tag("a", "1")}${tag("a", "1")}</tagSet>`)],
    want: fail('the tags "a"="1"', 'the tags "a"="1", "a"="1"'),
  },
  {
    check: "tags-echoed",
    given: "another value",
    seen: [imports(tags(["a", " 1"]), `<tagSet>${tag("a", "1")}</tagSet>`)],
    want: fail('the tags "a"=" 1"', 'the tags "a"="1"'),
  },
  {
    check: "tags-echoed",
    given: "key and value that only look alike",
    seen: [imports(tags(["a=", "b"]), `<tagSet>${tag("a", "=b")}</tagSet>`)],
    want: fail('the tags "a="="b"', 'the tags "a"="=b"'),
  },
  {
    check: "tags-echoed",
    given: "none",
    seen: [imports(tags(["a", "1"]), "")],
    want: fail('the tags "a"="1"', "no tags"),
  },
  { check: "tags-echoed", given: "no tags that were sent", seen: [imported], want: notApplicable },

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

  {
    check: "echoed",
    given: "name and tags",
    seen: [imports(tags(["<", "&"]), `<keyName>n</keyName><tagSet>${tag("&lt;", "&amp;")}</tagSet>`)],
    want: pass,
  },
  {
    check: "echoed",
    given: "a name escaped twice",
    seen: [imports({ KeyName: "a&b" }, "<keyName>a&amp;amp;b</keyName>")],
    want: fail('keyName "a&b"', 'keyName "a&amp;b"'),
  },
  {
    check: "echoed",
    given: "a tag escaped twice",
    seen: [imports(tags(["a", "&"]), `<keyName>n</keyName><tagSet>${tag("a", "&amp;amp;")}</tagSet>`)],
    want: fail('the tags "a"="&"', 'the tags "a"="&amp;"'),
  },
  {
    check: "echoed",
    given: "a name without tags",
    seen: [imports({ KeyName: "n" }, "<keyName>n</keyName>")],
    want: pass,
  },
];

test.for(rows)("$check: $given", ({ check, seen, expect: wanted, clause, want }) => {
  expect(judged(check, seen, { ...(wanted && { expect: wanted }), ...(clause !== undefined && { clause }) })).toEqual(
    want,
  );
});

test.for(Object.keys(allChecks))("%s has a row that passes and one that fails", (name) => {
  const kinds = rows.filter(({ check }) => check === name).map(({ want }) => want.kind);
  expect(kinds).toEqual(expect.arrayContaining(["pass", "fail"]));
});

test("the digests of the vectors are those of ssh-keygen and openssl", () => {
  expect(rsaByPrograms["md5-spki"]).toBe(awsSays("aws-r1"));
  expect(ed25519ByPrograms["sha256-ssh"]).toBe(awsSays("aws-e1"));
  expect(rsaByPrograms["md5-ssh"]).not.toBe(awsSays("aws-r1"));
});

test("a key that is no vector can't be judged as one: that is a mistake of ours", () => {
  expect(() => judged("fingerprint-vector", [printed("ssh-rsa AAAA", "x")])).toThrow("the key is no vector");
});

test("every check that a clause or a case names exists", () => {
  const named = [...contract.clauses.values()].flatMap(({ check }) => check ?? []);
  for (const name of named) expect(() => judged(name, [])).not.toThrow();
  expect(named.length).toBeGreaterThan(30);
});
