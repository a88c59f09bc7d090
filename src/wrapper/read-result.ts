/** What a wrapper tells of the key pair; what it does not tell is absent, and not judged. */
export interface WrapperResult {
  readonly keyName?: string | undefined;
  readonly keyPairId?: string | undefined;
  readonly fingerprint?: string | undefined;
  readonly tags?: Readonly<Record<string, string>> | undefined;
}

const names = {
  keyName: ["keyName", "KeyName", "key_name"],
  keyPairId: ["keyPairId", "KeyPairId", "key_pair_id"],
  fingerprint: ["fingerprint", "keyFingerprint", "KeyFingerprint", "key_fingerprint"],
} as const;

/** Reads an output that carries the usual names, ours or the SDK's, or nothing of the kind. */
export function readResult(output: unknown): WrapperResult {
  if (typeof output !== "object" || output === null) return {};
  const members = output as Readonly<Record<string, unknown>>;
  const text = (among: readonly string[]): string | undefined =>
    among.map((name) => members[name]).find((value): value is string => typeof value === "string");
  return {
    keyName: text(names.keyName),
    keyPairId: text(names.keyPairId),
    fingerprint: text(names.fingerprint),
    tags: readTags(members["tags"] ?? members["Tags"]),
  };
}

/** Tags as an object, or as a list of Key and Value. */
function readTags(tags: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof tags !== "object" || tags === null) return undefined;
  if (!Array.isArray(tags)) {
    const entries = Object.entries(tags).filter((entry): entry is [string, string] => typeof entry[1] === "string");
    return entries.length === Object.keys(tags).length ? Object.fromEntries(entries) : undefined;
  }
  const pairs = tags.map((tag: Readonly<Record<string, unknown>>) => [
    tag?.["Key"] ?? tag?.["key"],
    tag?.["Value"] ?? tag?.["value"],
  ]);
  return pairs.every(([key]) => typeof key === "string")
    ? Object.fromEntries(pairs.map(([key, value]) => [String(key), String(value ?? "")]))
    : undefined;
}
