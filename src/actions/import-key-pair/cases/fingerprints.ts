import type { Step } from "../../../model.ts";
import { clauses } from "../clauses.ts";
import type { Sequence } from "./sequence-case.ts";
import { describeOwn, given, judged } from "./steps.ts";

/** Pairs of materials that are one key: whoever hashes more than the key gives two fingerprints. */
const sameKey = [
  ["rsa-no-comment", "rsa-2048", clauses.commentIndependent, "an RSA key without and with a comment"],
  ["rsa-2048", "rsa-trailing-newline", clauses.commentIndependent, "an RSA key without and with a trailing newline"],
  ["ed25519-no-comment", "ed25519", clauses.commentIndependent, "an ED25519 key without and with a comment"],
  [
    "ed25519",
    "ed25519-trailing-newline",
    clauses.commentIndependent,
    "an ED25519 key without and with a trailing newline",
  ],
  ["rsa-2048", "rsa-rfc4716", clauses.encodingIndependent, "an RSA key in OpenSSH form and in RFC 4716"],
  [
    "rsa-2048",
    "rsa-rfc4716-headers",
    clauses.encodingIndependent,
    "an RSA key in OpenSSH form and in RFC 4716 with headers",
  ],
  [
    "rsa-2048",
    "rsa-base64-lines",
    clauses.encodingIndependent,
    "an RSA key without and with line breaks in its base64",
  ],
  ["rsa-2048", "rsa-2048", clauses.nameIndependent, "an RSA key under two names"],
  ["ed25519", "ed25519", clauses.nameIndependent, "an ED25519 key under two names"],
] as const;

/** Line breaks in the base64 are nothing that an SDK could say. */
function asOnWire(material: string): Pick<Step, "wire"> {
  return material.endsWith("base64-lines") ? { wire: { set: { PublicKeyMaterial: { $wire: material } } } } : {};
}

export function fingerprintSequences(): readonly Sequence[] {
  return [
    ...sameKey.map(([one, other, clause, title]) => ({
      slug: one === other ? one : `${one}-${other}`,
      title,
      steps: [
        given("one", { PublicKeyMaterial: { $material: one } }),
        given("other", { KeyName: "{name}-b", PublicKeyMaterial: { $material: other } }, asOnWire(other)),
      ],
      judgements: [judged(clause, "same-fingerprint", "one", "other")],
    })),
    ...["rsa-2048", "rsa-rfc4716", "ed25519"].map((material) => ({
      slug: material,
      title: `the fingerprint of ${material} in the import and in its description`,
      steps: [given("import", { PublicKeyMaterial: { $material: material } }), describeOwn("describe")],
      judgements: [judged(clauses.describedFingerprint, "described-fingerprint", "import", "describe")],
    })),
  ];
}
