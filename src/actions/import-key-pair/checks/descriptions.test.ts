import {
  created,
  describes,
  ed25519,
  id,
  imported,
  imports,
  members,
  notFound,
  otherId,
  printed,
  rsa,
  second,
  silent,
  tag,
} from "../../../testing/key-pair-answers.ts";
import { fail, indeterminate, notApplicable, pass } from "../../../testing/observations.ts";
import { testChecks } from "../../../testing/test-checks.ts";

testChecks([
  { check: "finds-all", given: "both", seen: [imported, second, describes(members(), members("m"))], want: pass },
  {
    check: "finds-all",
    given: "the first only",
    seen: [imported, second, describes(members())],
    want: fail('exactly "m", "n"', '1 key pairs: "n"'),
  },

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
    given: "the key under another name, which is another clause's business",
    seen: [imported, describes(members("m"))],
    want: pass,
  },
  {
    check: "described-as-imported",
    given: "a refusal",
    seen: [imported, notFound],
    want: fail("the imported key pair in the description", "400 InvalidKeyPair.NotFound: no"),
  },
  { check: "described-as-imported", given: "silence", seen: [imported, silent], want: indeterminate("too late") },

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
  {
    check: "finds-only",
    given: "four others",
    seen: [imported, describes(...["n", "a", "b", "c", "d"].map((name) => members(name)))],
    want: fail('only "n"', '5 key pairs: "n", "a", "b", "c", "d"'),
  },
  { check: "finds-only", given: "silence", seen: [imported, silent], want: indeterminate("too late") },

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
]);
