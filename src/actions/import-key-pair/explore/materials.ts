import { createPrivateKey, createPublicKey } from "node:crypto";
import fc from "fast-check";
import { type Property, property } from "../../../explore/property.ts";
import { tellText } from "../../../explore/tell-text.ts";
import type { Value } from "../../../model.ts";
import { describeOwn, describeStep, importStep, judged, provided } from "../cases/steps.ts";
import { clauses } from "../clauses.ts";
import { fromKeyObject } from "../keys/key-object.ts";
import { joinOpenSshLine } from "../keys/openssh-line.ts";
import { algorithmOf, writeSshBlob } from "../keys/ssh-blob.ts";

/** PKCS#8 of an ED25519 key (RFC 8410 section 7), in front of the 32 bytes of its seed. */
const pkcs8 = Buffer.from("302e020100300506032b657004220420", "hex");

/** The OpenSSH line of the ED25519 key that these 32 bytes are the seed of. */
function ed25519Line(seed: Uint8Array): string {
  const secret = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: "der", type: "pkcs8" });
  const key = fromKeyObject(createPublicKey(secret));
  if (key === undefined) throw new Error("node:crypto made no ED25519 key of a seed");
  return joinOpenSshLine({ label: algorithmOf(key), blob: writeSshBlob(key) });
}

/** RSA keys take too long to make one a case: those of the corpus stand for all, under random comments. */
const rsaKeys = ["rsa-1024", "rsa-2048", "rsa-4096"] as const;

/** What a careless reader takes for the key, for its end, or for something to expand. */
const commentPieces = [
  "=",
  "==",
  "AAAA",
  "ssh-rsa",
  "ssh-ed25519",
  " ",
  "  ",
  "user@host",
  "#",
  '"',
  "'",
  "\\",
  "%20",
  "+",
  "/",
];

/** Comments of printable ASCII without blanks at their ends, as the documented format has them. */
const comments = fc
  .oneof(
    { weight: 2, arbitrary: fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 60 }) },
    {
      weight: 1,
      arbitrary: fc.array(fc.constantFrom(...commentPieces), { minLength: 1, maxLength: 6 }).map((all) => all.join("")),
    },
  )
  .map((text) => text.replaceAll("{name}", "").trim())
  .filter((text) => text !== "");

interface Drawn {
  readonly kind: "ed25519" | "rsa";
  readonly title: string;
  readonly material: (form: { readonly comment?: string; readonly encoding?: string }) => Value;
}

/** Not made smaller: no key is simpler than another. */
const ed25519Keys: fc.Arbitrary<Drawn> = fc.noShrink(fc.uint8Array({ minLength: 32, maxLength: 32 })).map((seed) => {
  const line = ed25519Line(seed);
  return {
    kind: "ed25519" as const,
    title: `ED25519 ${line.split(" ")[1]}`,
    material: ({ comment, encoding }) =>
      `${line}${comment === undefined ? "" : ` ${comment}`}${encoding === "openssh-newline" ? "\n" : ""}`,
  };
});
const corpusKeys: fc.Arbitrary<Drawn> = fc.constantFrom(...rsaKeys).map((name) => ({
  kind: "rsa" as const,
  title: name,
  material: (form) => ({ $material: name, ...form }),
}));
const anyKeys = fc.oneof({ weight: 2, arbitrary: ed25519Keys }, { weight: 1, arbitrary: corpusKeys });

const acceptedAs = ({ kind }: Drawn): string => (kind === "rsa" ? clauses.rsaAccepted : clauses.ed25519Accepted);

/** Any key under any comment is accepted, has the fingerprint of its type, and comes back. */
export const keys: Property = property({
  id: "keys",
  about: "keys under any comment",
  area: "material",
  space: fc.tuple(anyKeys, comments),
  toTrial: ([key, comment]) => ({
    title: `${key.title} with the comment ${tellText(comment)}`,
    steps: [
      importStep("request", { PublicKeyMaterial: key.material({ comment }) }),
      describeOwn("describe", { IncludePublicKey: true }),
    ],
    judgements: [
      judged(acceptedAs(key), "accepted", "request"),
      judged(clauses.describedFingerprint, "described-fingerprint", "request", "describe"),
      judged(clauses.keyType, "described-key-type", "request", "describe"),
      judged(clauses.publicKey, "public-key-returned", "request", "describe"),
    ],
  }),
});

/** The same key under another name, comment, line ending or encoding has the same fingerprint. */
export const spellings: Property = property({
  id: "spellings",
  about: "one key in two spellings",
  area: "fingerprint",
  space: fc.tuple(anyKeys, comments, fc.constantFrom("comment", "newline", "name", "rfc4716")),
  toTrial: ([key, comment, wanted]) => {
    const kind = wanted === "rfc4716" && key.kind === "ed25519" ? "newline" : wanted;
    const other = {
      comment: {
        word: `the comment ${tellText(comment)}`,
        form: { comment },
        accepted: acceptedAs(key),
        clause: clauses.commentIndependent,
      },
      newline: {
        word: "a last newline",
        form: { encoding: "openssh-newline" },
        accepted: clauses.newlineAccepted,
        clause: clauses.commentIndependent,
      },
      name: { word: "another name", form: {}, accepted: acceptedAs(key), clause: clauses.nameIndependent },
      rfc4716: {
        word: "the format of RFC 4716",
        form: { encoding: "rfc4716" },
        accepted: clauses.rfc4716Accepted,
        clause: clauses.encodingIndependent,
      },
    }[kind];
    return {
      title: `${key.title}, and the same with ${other.word}`,
      steps: [
        importStep("one", { PublicKeyMaterial: key.material({}) }, { setup: true }),
        describeStep("between", {}),
        importStep("other", { KeyName: "{name}-b", PublicKeyMaterial: key.material(other.form) }),
      ],
      judgements: [
        judged(other.accepted, "accepted", "other"),
        provided([other.accepted], judged(other.clause, "same-fingerprint", "one", "other")),
      ],
    };
  },
});
