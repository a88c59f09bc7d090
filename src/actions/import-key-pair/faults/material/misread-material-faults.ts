import { parseKey, readBlob } from "../../reference/parse-key.ts";
import type { KeyPairFault } from "../key-pair-fault.ts";
import { accept, anyKey } from "./misread-key.ts";

const line = (text: string): { label: string; blob: Buffer } | undefined => {
  const [, label, base64] = /^(ssh-rsa|ssh-ed25519)\s+(\S+)/.exec(text.trim()) ?? [];
  return label && base64 ? { label, blob: Buffer.from(base64, "base64") } : undefined;
};

/** A comma, say, inside of the base64 of a key. */
function hasOtherCharacters(text: string): boolean {
  const [label, base64 = ""] = text.trim().split(/\s+/);
  return /^ssh-(?:rsa|ed25519)$/.test(label ?? "") && /[^A-Za-z0-9+/=]/.test(base64);
}

/** Material that looks like a key at a glance, and passes for that reason. */
export const misreadMaterialFaults: readonly KeyPairFault[] = [
  {
    id: "label-trusted",
    summary: "Whatever follows the label of a known type is a key.",
    area: "material",
    clause: "W4Y2",
    kind: "behaviour",
    behaviour: accept((text) => /^ssh-(?:rsa|ed25519) \S/.test(text)),
  },
  {
    id: "truncated-blob-accepted",
    summary: "A key whose blob ends too early is taken.",
    area: "material",
    clause: "R6NK",
    kind: "behaviour",
    behaviour: accept((text) => {
      const found = line(text);
      return found?.blob.includes(found.label) === true && readBlob(new Uint8Array(found.blob)) === undefined;
    }),
  },
  {
    id: "label-mismatch-accepted",
    summary: "A key whose label and blob name different types is taken.",
    area: "material",
    clause: "P9N6",
    kind: "behaviour",
    behaviour: {
      parseKey: (text, rules) => {
        const other = text.startsWith("ssh-rsa ")
          ? text.replace("ssh-rsa", "ssh-ed25519")
          : text.replace("ssh-ed25519", "ssh-rsa");
        return parseKey(text, rules) ?? parseKey(other, rules);
      },
    },
  },
  {
    id: "corrupted-base64-accepted",
    summary: "Characters that are not base64 are passed over inside of a key.",
    area: "material",
    clause: "W4Y2",
    kind: "behaviour",
    behaviour: accept(hasOtherCharacters),
  },
  {
    id: "keys-parsed-by-lenient-library",
    summary:
      "Keys are what a library takes for one: certificates, security keys, and base64 with other characters in it.",
    area: "material",
    clause: "W4Y2",
    remedy: "Look at the parsed key again: its type is ssh-rsa or ssh-ed25519, and its base64 has no other characters.",
    bug: { emulator: "moto" },
    kind: "behaviour",
    behaviour: accept(
      (text) => /^(?:ssh-ed25519-cert-v01|sk-ssh-ed25519)@openssh\.com /.test(text) || hasOtherCharacters(text),
    ),
  },
  {
    id: "double-base64-accepted",
    summary: "Material that was encoded twice is decoded twice.",
    area: "material",
    clause: "C8KG",
    kind: "behaviour",
    behaviour: {
      parseKey: (text, rules) =>
        parseKey(text, rules) ?? parseKey(Buffer.from(text, "base64").toString("latin1"), rules),
    },
  },
  {
    id: "plain-words-accepted",
    summary: "Any text that is not shaped like a key at all is taken.",
    area: "material",
    clause: "T8BU",
    bug: { emulator: "floci" },
    kind: "behaviour",
    behaviour: {
      parseKey: (text, rules) =>
        parseKey(text, rules) ??
        (/^(?!(?:ssh|ecdsa|sk)-|----)[\w .,!?-]+$/.test(text.trim()) ? anyKey(text) : undefined),
    },
  },
];
