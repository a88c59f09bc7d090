import { createPublicKey } from "node:crypto";
import { element } from "../../../../mock/element.ts";
import { spki } from "../../reference/fingerprint.ts";
import { add, drop, onAction } from "../edit-answer.ts";
import type { KeyPairFault } from "../key-pair-fault.ts";

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");

/** What IncludePublicKey brings. */
export const publicKeyFaults: readonly KeyPairFault[] = [
  {
    id: "public-key-never",
    summary: "IncludePublicKey is ignored.",
    area: "lifecycle",
    clause: "A2KJ",
    bug: { emulator: "ministack" },
    kind: "reply",
    tree: onAction("DescribeKeyPairs", drop("publicKey")),
  },
  {
    id: "public-key-always",
    summary: "The public key is shown to those who did not ask for it.",
    area: "lifecycle",
    clause: "H6XZ",
    kind: "reply",
    tree: (answer, exchange) =>
      exchange.call.parameters.get("IncludePublicKey") === "true"
        ? answer
        : onAction("DescribeKeyPairs", add("item", element("publicKey", "ssh-rsa AAAA")))(answer, exchange),
  },
  {
    id: "public-key-is-material",
    summary: "The public key is the base64 that was sent.",
    area: "lifecycle",
    clause: "A2KJ",
    kind: "behaviour",
    behaviour: { publicKey: ({ text }) => Buffer.from(text, "latin1").toString("base64") },
  },
  {
    id: "public-key-without-type",
    summary: "The public key is the blob alone.",
    area: "lifecycle",
    clause: "A2KJ",
    kind: "behaviour",
    behaviour: { publicKey: ({ key }) => base64(key.blob) },
  },
  {
    id: "public-key-wrong-type",
    summary: "The public key is labelled as an RSA key, whatever it is.",
    area: "lifecycle",
    clause: "A2KJ",
    kind: "behaviour",
    behaviour: { publicKey: ({ key, name }) => `ssh-rsa ${base64(key.blob)} ${name}` },
  },
  {
    id: "public-key-other-blob",
    summary: "The public key is not the one that was imported.",
    area: "lifecycle",
    clause: "A2KJ",
    kind: "behaviour",
    behaviour: {
      publicKey: ({ key, name }) => `${key.label} ${base64(key.blob.with(-1, (key.blob.at(-1) ?? 0) ^ 1))} ${name}`,
    },
  },
  {
    id: "public-key-without-comment",
    summary: "The public key has no comment.",
    area: "lifecycle",
    clause: "E2JU",
    kind: "behaviour",
    behaviour: { publicKey: ({ key }) => `${key.label} ${base64(key.blob)}` },
  },
  {
    id: "public-key-keeps-comment",
    summary: "The public key has the comment with which it was imported.",
    area: "lifecycle",
    clause: "E2JU",
    kind: "behaviour",
    behaviour: { publicKey: ({ key }) => `${key.label} ${base64(key.blob)} ${key.comment}` },
  },
  {
    id: "public-key-is-text",
    summary: "The public key is the text of the material as it was sent, in whatever form.",
    area: "lifecycle",
    clause: "A2KJ",
    remedy: "Make the OpenSSH line from the parsed key: its type, its blob, and the name of the key pair.",
    bug: { emulator: "moto" },
    kind: "behaviour",
    behaviour: { publicKey: ({ text }) => text },
  },
  {
    id: "public-key-is-pem",
    summary: "The public key of an RSA key is in PEM.",
    area: "lifecycle",
    clause: "A2KJ",
    kind: "behaviour",
    behaviour: {
      publicKey: ({ key, name }) =>
        key.type === "rsa"
          ? createPublicKey({ key: spki(key.modulus, key.exponent), format: "der", type: "spki" })
              .export({ format: "pem", type: "spki" })
              .toString()
          : `${key.label} ${base64(key.blob)} ${name}`,
    },
  },
];
