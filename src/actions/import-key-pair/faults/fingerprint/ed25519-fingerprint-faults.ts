import { createHash } from "node:crypto";
import type { Behaviour, ImportRequest } from "../../reference/behaviour.ts";
import { colonHex, fingerprint, md5, sha256 } from "../../reference/fingerprint.ts";
import type { PublicKey } from "../../reference/parse-key.ts";
import type { KeyPairFault } from "../key-pair-fault.ts";

const ed25519 = (digest: (key: PublicKey, request: ImportRequest) => string): Pick<Behaviour, "fingerprint"> => ({
  fingerprint: (key, request) => (key.type === "ed25519" ? digest(key, request) : fingerprint(key)),
});

const raw = ({ blob }: PublicKey): Uint8Array => blob.subarray(-32);

// AlgorithmIdentifier of RFC 8410, up to the key.
const spki = (key: PublicKey): Buffer => Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), raw(key)]);

/** What else has been taken for the fingerprint of an ED25519 key. */
export const ed25519FingerprintFaults: readonly KeyPairFault[] = [
  {
    id: "ed25519-sha256-of-spki-in-hex",
    summary: "The fingerprint of an ED25519 key is the SHA-256 of its DER form, in hexadecimal.",
    area: "fingerprint",
    clause: "W6WR",
    bug: { emulator: "moto", link: "https://github.com/getmoto/moto/pull/8235" },
    kind: "behaviour",
    behaviour: ed25519((key) => colonHex(sha256(spki(key)))),
  },
  {
    id: "ed25519-sha256-of-spki",
    summary: "The fingerprint of an ED25519 key is the SHA-256 of its DER form, in base64.",
    area: "fingerprint",
    clause: "W6WR",
    kind: "behaviour",
    behaviour: ed25519((key) => sha256(spki(key)).toString("base64")),
  },
  {
    id: "ed25519-md5-of-spki",
    summary: "The fingerprint of an ED25519 key is an MD5, as for RSA.",
    area: "fingerprint",
    clause: "W6WR",
    bug: { emulator: "LocalStack", link: "https://github.com/localstack/localstack/issues/9337" },
    kind: "behaviour",
    behaviour: ed25519((key) => colonHex(md5(spki(key)))),
  },
  {
    id: "ed25519-md5-of-ssh-blob",
    summary: "The fingerprint of an ED25519 key is the MD5 of its SSH blob.",
    area: "fingerprint",
    clause: "W6WR",
    bug: { emulator: "floci", link: "https://github.com/floci-io/floci/pull/3307" },
    kind: "behaviour",
    behaviour: ed25519(({ blob }) => colonHex(md5(blob))),
  },
  {
    id: "ed25519-hex",
    summary: "The fingerprint of an ED25519 key is in hexadecimal.",
    area: "fingerprint",
    clause: "H6E6",
    kind: "behaviour",
    behaviour: ed25519(({ blob }) => colonHex(sha256(blob))),
  },
  {
    id: "ed25519-prefix",
    summary: "The fingerprint of an ED25519 key begins with SHA256: and has no padding, as ssh-keygen prints it.",
    area: "fingerprint",
    clause: "H6E6",
    bug: { emulator: "spinifex", link: "https://github.com/mulgadc/spinifex/pull/571" },
    kind: "behaviour",
    behaviour: ed25519(({ blob }) => `SHA256:${sha256(blob).toString("base64").replace("=", "")}`),
  },
  {
    id: "ed25519-unpadded",
    summary: "The fingerprint of an ED25519 key has no padding.",
    area: "fingerprint",
    clause: "H6E6",
    kind: "behaviour",
    behaviour: ed25519((key) => fingerprint(key).replace("=", "")),
  },
  {
    id: "ed25519-url-safe",
    summary: "The fingerprint of an ED25519 key is in the URL-safe alphabet.",
    area: "fingerprint",
    clause: "H6E6",
    kind: "behaviour",
    behaviour: ed25519((key) => fingerprint(key).replaceAll("+", "-").replaceAll("/", "_")),
  },
  {
    id: "ed25519-sha256-of-raw-key",
    summary: "The fingerprint of an ED25519 key is the SHA-256 of the bare 32 bytes.",
    area: "fingerprint",
    clause: "W6WR",
    kind: "behaviour",
    behaviour: ed25519((key) => sha256(raw(key)).toString("base64")),
  },
  {
    id: "ed25519-sha256-of-text",
    summary: "The fingerprint of an ED25519 key is the SHA-256 of the text that came.",
    area: "fingerprint",
    clause: "W6WR",
    kind: "behaviour",
    behaviour: ed25519((_, { text }) => sha256(text).toString("base64")),
  },
  {
    id: "ed25519-sha1",
    summary: "The fingerprint of an ED25519 key is a SHA-1.",
    area: "fingerprint",
    clause: "W6WR",
    kind: "behaviour",
    behaviour: ed25519(({ blob }) => createHash("sha1").update(blob).digest("base64")),
  },
];
