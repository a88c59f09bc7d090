import { createHash } from "node:crypto";
import type { Behaviour, ImportRequest } from "../../reference/behaviour.ts";
import { colonHex, fingerprint, md5, sha256 } from "../../reference/fingerprint.ts";
import type { PublicKey } from "../../reference/parse-key.ts";
import { onAction, retext } from "../edit-answer.ts";
import type { KeyPairFault } from "../key-pair-fault.ts";

/** A fingerprint of the right form that hashes something besides the key, where there is something. */
const salted = (salt: (key: PublicKey, request: ImportRequest) => string): Pick<Behaviour, "fingerprint"> => ({
  fingerprint: (key, request) => {
    const extra = salt(key, request);
    if (extra === "") return fingerprint(key);
    const data = Buffer.concat([key.blob, Buffer.from(extra)]);
    return key.type === "rsa" ? colonHex(md5(data)) : sha256(data).toString("base64");
  },
});

/** Fingerprints that depend on more than the key. */
export const unstableFingerprintFaults: readonly KeyPairFault[] = [
  {
    id: "fingerprint-with-comment",
    summary: "The comment enters the fingerprint.",
    area: "fingerprint",
    clause: "U8YX",
    kind: "behaviour",
    behaviour: salted(({ comment }) => comment),
  },
  {
    id: "fingerprint-with-newline",
    summary: "A newline at the end enters the fingerprint.",
    area: "fingerprint",
    clause: "U8YX",
    kind: "behaviour",
    behaviour: salted((_, { text }) => /\s*$/.exec(text)?.[0] ?? ""),
  },
  {
    id: "fingerprint-with-name",
    summary: "The name enters the fingerprint.",
    area: "fingerprint",
    clause: "Q8HG",
    kind: "behaviour",
    behaviour: salted((_, { name = "" }) => name),
  },
  {
    id: "fingerprint-with-tags",
    summary: "The tags enter the fingerprint.",
    area: "fingerprint",
    clause: "X6B3",
    kind: "behaviour",
    behaviour: salted((_, { tags }) => tags.map(({ key, value }) => `${key}=${value}`).join()),
  },
  {
    id: "fingerprint-differs-for-rfc4716",
    summary: "The same key has another fingerprint in the form of RFC 4716.",
    area: "fingerprint",
    clause: "W6WK",
    kind: "behaviour",
    behaviour: salted(({ encoding }) => (encoding === "rfc4716" ? encoding : "")),
  },
  {
    id: "fingerprint-differs-for-wrapped-base64",
    summary: "Line breaks in the base64 change the fingerprint.",
    area: "fingerprint",
    clause: "W6WK",
    kind: "behaviour",
    behaviour: salted((_, { material = "" }) => /[\r\n]/.exec(material)?.[0] ?? ""),
  },
  {
    id: "fingerprint-differs-in-describe",
    summary: "A description hashes the key in another way than the import did.",
    area: "fingerprint",
    clause: "Q9DX",
    kind: "reply",
    tree: onAction(
      "DescribeKeyPairs",
      retext("keyFingerprint", (old) => colonHex(createHash("md5").update(old).digest())),
    ),
  },
  {
    id: "fingerprint-differs-each-time",
    summary: "The same key has another fingerprint with every import.",
    area: "fingerprint",
    clause: "Q8HG",
    kind: "behaviour",
    behaviour: salted((_, { call }) => call.requestId),
  },
];
