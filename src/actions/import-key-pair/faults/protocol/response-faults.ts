import { createHash, randomBytes, randomUUID } from "node:crypto";
import { element } from "../../../../mock/element.ts";
import { add, change, drop, onAction, rename, retext } from "../edit-answer.ts";
import type { KeyPairFault } from "../key-pair-fault.ts";

const digits = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 16);

/** What the answer to an import says. */
export const responseFaults: readonly KeyPairFault[] = [
  {
    id: "import-shows-key-type",
    summary: "The answer to an import has a keyType.",
    area: "response",
    clause: "M8TQ",
    kind: "reply",
    tree: onAction("ImportKeyPair", add("ImportKeyPairResponse", element("keyType", "rsa"))),
  },
  {
    id: "import-shows-public-key",
    summary: "The answer to an import repeats the public key.",
    area: "response",
    clause: "R4ZA",
    kind: "reply",
    tree: onAction("ImportKeyPair", (answer, exchange) => {
      const text = Buffer.from(exchange.call.parameters.get("PublicKeyMaterial") ?? "", "base64").toString("latin1");
      return add("ImportKeyPairResponse", element("publicKey", text))(answer, exchange);
    }),
  },
  {
    id: "import-shows-private-key",
    summary: "The answer to an import has a private key, as that of CreateKeyPair.",
    area: "response",
    clause: "R4ZA",
    kind: "reply",
    tree: onAction(
      "ImportKeyPair",
      add(
        "ImportKeyPairResponse",
        element("keyMaterial", "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----"),
      ),
    ),
  },
  {
    id: "import-members-capitalised",
    summary: "The members of the answer to an import begin with a capital.",
    area: "protocol",
    clause: "L6ME",
    kind: "reply",
    tree: onAction("ImportKeyPair", (answer, exchange) =>
      ["keyName", "keyPairId", "keyFingerprint"].reduce(
        (edited, name) => rename(name, `K${name.slice(1)}`)(edited, exchange),
        answer,
      ),
    ),
  },
  {
    id: "import-name-missing",
    summary: "The answer to an import has no keyName.",
    area: "response",
    clause: "H9NC",
    kind: "reply",
    tree: onAction("ImportKeyPair", drop("keyName")),
  },
  {
    id: "import-name-changed",
    summary: "The answer to an import names the key in capitals.",
    area: "response",
    clause: "K2MH",
    kind: "reply",
    tree: onAction(
      "ImportKeyPair",
      retext("keyName", (name) => name.toUpperCase()),
    ),
  },
  {
    id: "import-name-twice",
    summary: "The answer to an import has two keyName.",
    area: "response",
    clause: "M8TQ",
    kind: "reply",
    tree: onAction(
      "ImportKeyPair",
      change("keyName", (name) => [name, name]),
    ),
  },
  {
    id: "import-fingerprint-missing",
    summary: "The answer to an import has no keyFingerprint.",
    area: "response",
    clause: "H9NC",
    kind: "reply",
    tree: onAction("ImportKeyPair", drop("keyFingerprint")),
  },
  {
    id: "import-fingerprint-empty",
    summary: "The keyFingerprint in the answer to an import is empty.",
    area: "response",
    clause: "H9NC",
    kind: "reply",
    tree: onAction(
      "ImportKeyPair",
      retext("keyFingerprint", () => ""),
    ),
  },
  {
    id: "import-id-missing",
    summary: "The answer to an import has no keyPairId.",
    area: "response",
    clause: "H9NC",
    bug: { emulator: "LocalStack", link: "https://github.com/localstack/localstack/issues/6614" },
    kind: "reply",
    tree: onAction("ImportKeyPair", drop("keyPairId")),
  },
  {
    id: "id-short",
    summary: "A key id has eight digits, as in EC2's first years.",
    area: "response",
    clause: "C4HU",
    kind: "behaviour",
    behaviour: { keyPairId: () => `key-${randomBytes(4).toString("hex")}` },
  },
  {
    id: "id-upper-case",
    summary: "The digits of a key id are in upper case.",
    area: "response",
    clause: "C4HU",
    kind: "behaviour",
    behaviour: { keyPairId: () => `key-0A${randomBytes(8).toString("hex").slice(1).toUpperCase()}` },
  },
  {
    id: "id-is-a-uuid",
    summary: "A key id is a UUID.",
    area: "response",
    clause: "C4HU",
    kind: "behaviour",
    behaviour: { keyPairId: () => randomUUID() },
  },
  {
    id: "id-prefix-wrong",
    summary: "A key id begins with kp-.",
    area: "response",
    clause: "C4HU",
    kind: "behaviour",
    behaviour: { keyPairId: () => `kp-0${randomBytes(8).toString("hex")}` },
  },
  {
    id: "id-constant",
    summary: "Every key has the same id.",
    area: "response",
    clause: "V6UY",
    kind: "behaviour",
    behaviour: { keyPairId: () => "key-0123456789abcdef0" },
  },
  {
    id: "id-from-material",
    summary: "The same material has the same id under every name.",
    area: "response",
    clause: "V6UY",
    kind: "behaviour",
    behaviour: { keyPairId: ({ text }) => `key-0${digits(text)}` },
  },
  {
    id: "id-differs-in-describe",
    summary: "A description shows another id than the import did.",
    area: "response",
    clause: "P3FC",
    kind: "reply",
    tree: onAction(
      "DescribeKeyPairs",
      retext("keyPairId", (id) => `key-0${digits(id)}`),
    ),
  },
  {
    id: "id-changes",
    summary: "A key has another id in every description.",
    area: "response",
    clause: "P3FC",
    kind: "reply",
    tree: onAction(
      "DescribeKeyPairs",
      retext("keyPairId", () => `key-0${randomBytes(8).toString("hex")}`),
    ),
  },
];
