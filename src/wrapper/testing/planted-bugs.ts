import { awsFingerprint } from "../../actions/import-key-pair/keys/fingerprint.ts";
import { parsePublicKey } from "../../actions/import-key-pair/keys/parse-public-key.ts";
import { type Hooks, KeyError, readKey, rootOf } from "./fetch-wrapper.ts";

/** A wrapper's bug, by the one scenario that must turn red for it. */
export type PlantedBugs = Readonly<Record<string, () => Partial<Hooks>>>;

const losing = (lost: string): Partial<Hooks> => ({
  toError: (code, message) => (code === lost ? new Error("that did not work") : new KeyError(code, message)),
});

const reading = (read: (xml: string) => string): Partial<Hooks> => ({
  read: (xml) => ({ ...readKey(rootOf(xml)), keyPairId: read(xml) }),
});

function between(xml: string, name: string): string {
  const found = new RegExp(`<${name}>(.*?)</${name}>`).exec(xml)?.[1];
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found;
}

export const plantedBugs: PlantedBugs = {
  plain: () => {
    let calls = 0;
    return {
      checkInput: () => {
        calls++;
        if (calls === 2) throw new Error("the client was already used");
      },
    };
  },
  ed25519: () => ({
    checkInput: ({ publicKey }) => {
      if (!publicKey.startsWith("ssh-rsa ")) throw new Error("only RSA keys");
    },
  }),
  "base64-once": () => ({
    // "It is already base64 if it is long."
    material: (key) => {
      const once = Buffer.from(key).toString("base64");
      return once.length > 400 ? Buffer.from(once).toString("base64") : once;
    },
  }),
  "base64-alphabet": () => ({
    material: (key) => Buffer.from(key).toString("base64").replaceAll("+", "-").replaceAll("/", "_"),
  }),
  "comment-with-blanks": () => ({
    keyText: ({ publicKey }) => {
      const words = publicKey.split(" ");
      return `${words[0]} ${words.at(-2)} ${words.at(-1)}`;
    },
  }),
  "trailing-newline": () => ({
    checkInput: ({ publicKey }) => {
      if (!/^\S+ \S+ .*$/.test(publicKey) || publicKey.includes("\n")) throw new Error("not a key");
    },
  }),
  "private-key": () => ({
    keyText: ({ publicKey }) =>
      publicKey.endsWith("private key") ? `${publicKey}\n-----BEGIN OPENSSH PRIVATE KEY-----` : publicKey,
  }),
  version: () => ({ version: "latest" }),
  parameters: () => ({ further: [["KeyType", "rsa"]] }),
  form: () => ({ contentType: "text/plain" }),
  signature: () => ({ service: "ec2-instance" }),
  region: () => ({ region: () => "eu-west-3" }),
  "name-of-255": () => ({ keyName: ({ keyName }) => keyName.slice(0, 128) }),
  "name-with-blanks": () => ({ keyName: ({ keyName }) => keyName.replace(/\s+/g, " ") }),
  "name-with-form-characters": () => ({ keyName: ({ keyName }) => decodeURIComponent(keyName) }),
  "name-with-markup": () => ({
    read: (xml) => ({ ...readKey(rootOf(xml)), keyName: between(xml, "keyName") }),
  }),
  tags: () => ({ tags: ({ tags = {} }) => Object.entries(tags).filter(([key]) => key !== "env") }),
  "tag-resource-type": () => ({ resourceType: "keypair" }),
  "tags-empty": () => ({ specifies: (_, { tags }) => tags !== undefined }),
  "tag-value-empty": () => ({ tags: ({ tags = {} }) => Object.entries(tags).filter(([, value]) => value) }),
  "tag-unicode": () => ({
    tags: ({ tags = {} }) =>
      Object.entries(tags).map(([key, value]) => [key, Buffer.from(value, "latin1").toString("latin1")]),
  }),
  "tag-metacharacters": () => ({
    tags: ({ tags = {} }) => Object.entries(tags).map(([key, value]) => [key, value.trim()]),
  }),
  "tags-case": () => ({
    tags: ({ tags = {} }) =>
      Object.entries(Object.fromEntries(Object.entries(tags).map(([key, value]) => [key.toLowerCase(), value]))),
  }),
  "tags-50": () => ({ tags: ({ tags = {} }) => Object.entries(tags).slice(0, 20) }),
  "dry-run": () => ({ dryRun: [["DryRun", "1"]] }),
  "dry-run-outcome": () => ({
    toError: (code, message) => (code === "DryRunOperation" ? undefined : new KeyError(code, message)),
  }),
  "tag-set-absent": () =>
    reading((xml) => (xml.includes("<tagSet") ? between(xml, "keyPairId") : between(xml, "tagSet"))),
  "tag-set-empty": () =>
    reading((xml) => between(xml.includes("<tagSet></tagSet>") ? xml.replaceAll("keyPairId", "") : xml, "keyPairId")),
  "elements-reordered": () =>
    reading((xml) => {
      if (!/<keyName>.*<keyPairId>.*<keyFingerprint>/s.test(xml)) throw new Error("not what was expected");
      return between(xml, "keyPairId");
    }),
  "elements-extra": () =>
    reading((xml) => {
      const known = ["requestId", "keyName", "keyPairId", "keyFingerprint", "tagSet"];
      const extra = rootOf(xml).children.find(({ name }) => !known.includes(name));
      if (extra !== undefined) throw new Error(`unknown element ${extra.name}`);
      return between(xml, "keyPairId");
    }),
  "white-space": () => reading((xml) => between(xml.trim().split("\n").at(-1) ?? "", "keyPairId")),
  "no-declaration": () =>
    reading((xml) => {
      if (!xml.startsWith("<?xml")) throw new Error("no XML");
      return between(xml, "keyPairId");
    }),
  "namespace-without-slash": () =>
    reading((xml) => {
      if (rootOf(xml).namespace !== "http://ec2.amazonaws.com/doc/2016-11-15/") throw new Error("another namespace");
      return between(xml, "keyPairId");
    }),
  "fingerprint-documented": () => ({
    read: (xml, { publicKey }) => {
      const told = readKey(rootOf(xml));
      const parsed = parsePublicKey(publicKey);
      if (parsed.kind !== "key" || told.fingerprint !== awsFingerprint(parsed.key))
        throw new Error("another key was imported");
      return told;
    },
  }),
  "fingerprint-sha256": () => ({
    read: (xml) => {
      const told = readKey(rootOf(xml));
      return { ...told, fingerprint: told.fingerprint.replace(/=$/, "") };
    },
  }),
  "tags-unknown": () => ({
    read: (xml, { tags = {} }) => {
      const told = readKey(rootOf(xml));
      if (Object.keys(told.tags).some((key) => !(key in tags))) throw new Error("unknown tag");
      return told;
    },
  }),
  "tags-reversed": () => ({
    read: (xml, { tags = {} }) => {
      const told = readKey(rootOf(xml));
      const values = Object.values(told.tags);
      return { ...told, tags: Object.fromEntries(Object.keys(tags).map((key, at) => [key, values[at] ?? ""])) };
    },
  }),
  "key-type-absent": () => ({
    readDescribed: ({ children }) => {
      if (!children.some(({ name }) => name === "keyType")) throw new TypeError("cannot read keyType of undefined");
    },
  }),
  "described-late": () => ({ looksAfterImport: 1 }),
  "duplicate-other": () => ({
    acceptsExisting: ({ publicKey }, input) => publicKey.split(" ")[1] === input.publicKey.split(" ")[1],
  }),
  "duplicate-same": () => ({
    acceptsExisting: ({ publicKey, keyName }, input) =>
      keyName.endsWith("-race") || publicKey.split(" ")[1] !== input.publicKey.split(" ")[1],
  }),
  "duplicate-race": () => ({ looksAfterDuplicate: () => 1 }),
  "duplicate-code": () => losing("InvalidKeyPair.Duplicate"),
  "invalid-key": () => losing("InvalidKey.Format"),
  unauthorized: () => losing("UnauthorizedOperation"),
  "auth-failure": () => losing("AuthFailure"),
  "tag-limit": () => losing("TagLimitExceeded"),
  "key-pair-limit": () => losing("KeyPairLimitExceeded"),
  "error-message": () => ({ toError: (code) => new KeyError(code, "the import failed") }),
  "refusal-told": () => ({
    toError: (code, message) => (code === "PendingVerification" ? undefined : new KeyError(code, message)),
  }),
  "refused-once": () => ({
    retries: (status, code, attempt) =>
      attempt < 3 && (status >= 500 || (code.startsWith("InvalidParameter") && !code.endsWith("Value"))),
  }),
  "throttled-once": () => ({
    retries: (status, code, attempt) => attempt < 3 && status >= 500 && code !== "RequestLimitExceeded",
    givesUp: (code, message) => new KeyError(code, message),
  }),
  "throttled-always": () => ({
    retries: (status, code, attempt) => code === "RequestLimitExceeded" || (attempt < 3 && status >= 500),
  }),
  "sent-again": () => ({
    material: (key, attempt) => {
      const once = Buffer.from(key).toString("base64");
      return attempt === 1 ? once : Buffer.from(once).toString("base64");
    },
  }),
  "server-error-once": () => ({
    retries: (_, code, attempt) => attempt < 3 && code === "RequestLimitExceeded",
  }),
  "server-error-always": () => ({
    givesUp: (code, message) => (code === "InternalError" ? new Error("gave up") : new KeyError(code, message)),
  }),
  "reset-before": () => ({ afterLost: (reply) => (reply.while === "sending" ? "look-once" : "look") }),
  "reset-after": () => ({
    afterLost: (reply) => (reply.while === "sending" ? "blind" : "look"),
    looksAfterDuplicate: (attempt) => (attempt === 1 ? 4 : 0),
  }),
  "answer-cut": () => ({ afterLost: (reply) => (reply.while === "reading" ? "throw" : "look") }),
  silence: () => ({ patience: 60_000 }),
};
