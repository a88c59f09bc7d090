import { readFileSync } from "node:fs";
import { readAwsVectors } from "../actions/import-key-pair/read-fixtures.ts";
import type { BoundInput, Digest } from "../model.ts";
import { type Answered, failure, success } from "./observations.ts";

const vectors = readAwsVectors();
const lineOf = (name: string): string => vectors[name]?.line ?? "";
export const awsSays = (name: string): string => vectors[name]?.fingerprint ?? "";
export const [rsa, ed25519] = [lineOf("aws-r1"), lineOf("aws-e1")];
const keys = JSON.parse(readFileSync(new URL("../../fixtures/keys/keys.json", import.meta.url), "utf8")) as Readonly<
  Record<string, { readonly digests?: Readonly<Record<Digest, string>> }>
>;
/** What ssh-keygen and openssl said of it when the file was made. */
export function byPrograms(name: string): Readonly<Record<Digest, string>> {
  const digests = keys[name]?.digests;
  if (digests === undefined) throw new Error(`fixtures/keys/keys.json has no digests of ${name}`);
  return digests;
}
export const [rsaByPrograms, ed25519ByPrograms] = [byPrograms("aws-r1"), byPrograms("aws-e1")];
export const blobOf = (line: string): string => line.split(" ")[1] ?? "";

export const [id, otherId] = ["key-0123456789abcdef0", "key-0fedcba9876543210"];
export const members = (name = "n", print = "f", keyId = id): string =>
  `<keyName>${name}</keyName><keyFingerprint>${print}</keyFingerprint><keyPairId>${keyId}</keyPairId>`;
export const imports = (sent: BoundInput, inner: string): Answered => ({ sent, body: success(inner) });
export const bytes = (line: string): Uint8Array => Buffer.from(line);
export const printed = (line: string, print: string): Answered =>
  imports({ KeyName: "n", PublicKeyMaterial: bytes(line) }, `<keyFingerprint>${print}</keyFingerprint>`);
export const describes = (...items: readonly string[]): Answered => ({
  action: "DescribeKeyPairs",
  body: success(`<keySet>${items.map((item) => `<item>${item}</item>`).join("")}</keySet>`, "DescribeKeyPairs"),
});
export const deletes = (inner = "<return>true</return>"): Answered => ({
  action: "DeleteKeyPair",
  body: success(inner, "DeleteKeyPair"),
});
export const refuses = (code: string, action = "DescribeKeyPairs"): Answered => ({
  action,
  status: 400,
  body: failure(code),
});
export const silent: Answered = { trouble: { kind: "timeout", why: "too late" } };
export const unreachable: Answered = { trouble: { kind: "unreachable", why: "nobody" } };
export const page: Answered = {
  action: "DescribeKeyPairs",
  status: 502,
  body: "bad gateway",
  headers: { "content-type": "text/plain" },
};
export const tag = (key: string, value: string): string => `<item><key>${key}</key><value>${value}</value></item>`;
export const tags = (...pairs: readonly (readonly [string, string])[]): BoundInput => ({
  KeyName: "n",
  TagSpecifications: [{ ResourceType: "key-pair", Tags: pairs.map(([Key, Value]) => ({ Key, Value })) }],
});
export const imported = imports({ KeyName: "n" }, members());
export const second = imports({ KeyName: "m" }, members("m"));
export const notFound = refuses("InvalidKeyPair.NotFound");
export const created = (time: string): string => `${members()}<createTime>${time}</createTime>`;
export const at = (date: string): Answered => ({ ...imported, headers: { date } });
/** An import without a Date, sent at this time of the day by our clock. */
export const sentAt = (time: string): Answered => ({ ...imported, sentAt: `2026-11-24T${time}.000Z` });
export const noon = "Tue, 24 Nov 2026 12:00:00 GMT";
