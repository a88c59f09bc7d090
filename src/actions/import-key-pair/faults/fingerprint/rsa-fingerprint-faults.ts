import { createHash, randomBytes } from "node:crypto";
import type { Behaviour, ImportRequest } from "../../reference/behaviour.ts";
import { colonHex, fingerprint, md5, pkcs1, sha256, spki } from "../../reference/fingerprint.ts";
import type { PublicKey } from "../../reference/parse-key.ts";
import type { KeyPairFault } from "../key-pair-fault.ts";

type RsaKey = Extract<PublicKey, { type: "rsa" }>;

const rsa = (digest: (key: RsaKey, request: ImportRequest) => string): Pick<Behaviour, "fingerprint"> => ({
  fingerprint: (key, request) => (key.type === "rsa" ? digest(key, request) : fingerprint(key)),
});

const sha1 = (data: Uint8Array): Buffer => createHash("sha1").update(data).digest();

/** What else has been taken for the fingerprint of an RSA key. */
export const rsaFingerprintFaults: readonly KeyPairFault[] = [
  {
    id: "rsa-md5-of-ssh-blob",
    summary: "The fingerprint of an RSA key is the MD5 of its SSH blob, as RFC 4716 has it.",
    area: "fingerprint",
    clause: "X6B3",
    bug: { emulator: "spinifex", link: "https://github.com/mulgadc/spinifex/pull/570" },
    kind: "behaviour",
    behaviour: rsa(({ blob }) => colonHex(md5(blob))),
  },
  {
    id: "rsa-md5-of-pkcs1",
    summary: "The fingerprint of an RSA key is the MD5 of its PKCS#1 form.",
    area: "fingerprint",
    clause: "X6B3",
    kind: "behaviour",
    behaviour: rsa(({ modulus, exponent }) => colonHex(md5(pkcs1(modulus, exponent)))),
  },
  {
    id: "rsa-md5-of-text",
    summary: "The fingerprint of an RSA key is the MD5 of the text that came.",
    area: "fingerprint",
    clause: "X6B3",
    kind: "behaviour",
    behaviour: rsa((_, { text }) => colonHex(md5(text))),
  },
  {
    id: "rsa-md5-of-wire-value",
    summary: "The fingerprint of an RSA key is the MD5 of the base64 on the wire.",
    area: "fingerprint",
    clause: "X6B3",
    kind: "behaviour",
    behaviour: rsa((_, { material = "" }) => colonHex(md5(material))),
  },
  {
    id: "rsa-sha1",
    summary: "The fingerprint of an RSA key is a SHA-1, as for keys that EC2 itself makes.",
    area: "fingerprint",
    clause: "X6B3",
    kind: "behaviour",
    behaviour: rsa(({ modulus, exponent }) => colonHex(sha1(spki(modulus, exponent)))),
  },
  {
    id: "rsa-sha256",
    summary: "The fingerprint of an RSA key is the SHA-256 of its SSH blob, as for ED25519.",
    area: "fingerprint",
    clause: "X6B3",
    kind: "behaviour",
    behaviour: rsa(({ blob }) => sha256(blob).toString("base64")),
  },
  {
    id: "rsa-upper-case",
    summary: "The fingerprint of an RSA key is in upper case.",
    area: "fingerprint",
    clause: "J8DZ",
    kind: "behaviour",
    behaviour: rsa((key) => fingerprint(key).toUpperCase()),
  },
  {
    id: "rsa-without-colons",
    summary: "The fingerprint of an RSA key has no colons.",
    area: "fingerprint",
    clause: "J8DZ",
    bug: { emulator: "spinifex", link: "https://github.com/mulgadc/spinifex/pull/567" },
    kind: "behaviour",
    behaviour: rsa((key) => fingerprint(key).replaceAll(":", "")),
  },
  {
    id: "rsa-md5-prefix",
    summary: "The fingerprint of an RSA key begins with MD5:, as ssh-keygen prints it.",
    area: "fingerprint",
    clause: "J8DZ",
    kind: "behaviour",
    behaviour: rsa((key) => `MD5:${fingerprint(key)}`),
  },
  {
    id: "rsa-octets-unpadded",
    summary: "Octets below 16 have one digit in the fingerprint of an RSA key.",
    area: "fingerprint",
    clause: "J8DZ",
    // A fingerprint may have no such octet.
    varies: true,
    kind: "behaviour",
    behaviour: rsa((key) => fingerprint(key).replace(/\b0(?=[0-9a-f])/g, "")),
  },
  {
    id: "rsa-sign-byte-lost",
    summary: "The fingerprint of an RSA key hashes a modulus that DER would read as negative.",
    area: "fingerprint",
    clause: "X6B3",
    kind: "behaviour",
    behaviour: rsa(({ modulus, exponent }) =>
      colonHex(
        md5(
          Buffer.from(
            spki(modulus, exponent)
              .toString("hex")
              .replace(/(0281..|0282....)00(?=[89a-f])/, "$1"),
            "hex",
          ),
        ),
      ),
    ),
  },
  {
    id: "rsa-exponent-assumed",
    summary: "The fingerprint of an RSA key takes its exponent to be 3.",
    area: "fingerprint",
    clause: "X6B3",
    kind: "behaviour",
    behaviour: rsa(({ modulus }) => colonHex(md5(spki(modulus, Uint8Array.of(3))))),
  },
  {
    id: "fingerprint-random",
    summary: "The fingerprint of every key is 20 random octets.",
    area: "fingerprint",
    clause: "X6B3",
    wide: "Value, spelling and stability of two kinds of keys are clauses of their own.",
    bug: { emulator: "ministack" },
    kind: "behaviour",
    behaviour: { fingerprint: () => colonHex(randomBytes(20)) },
  },
  {
    id: "fingerprint-random-digits",
    summary: "The fingerprint of every key is 20 random digits without colons.",
    area: "fingerprint",
    clause: "J8DZ",
    wide: "Value, spelling and stability of two kinds of keys are clauses of their own.",
    bug: { emulator: "devcloud" },
    kind: "behaviour",
    behaviour: { fingerprint: () => randomBytes(10).toString("hex") },
  },
  {
    id: "fingerprint-constant",
    summary: "The fingerprint of every key is the same.",
    area: "fingerprint",
    clause: "G4MF",
    bug: { emulator: "fakecloud" },
    kind: "behaviour",
    behaviour: { fingerprint: () => "aa:bb:cc:dd:ee:ff:00:11:22:33:44:55:66:77:88:99" },
  },
  {
    id: "fingerprint-zero",
    summary: "The fingerprint of every key is 20 zeros.",
    area: "fingerprint",
    clause: "J8DZ",
    bug: { emulator: "floci", link: "https://github.com/floci-io/floci/pull/3307" },
    kind: "behaviour",
    behaviour: { fingerprint: () => colonHex(Buffer.alloc(20)) },
  },
];
