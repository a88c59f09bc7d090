import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inTemporaryFolder, run } from "../../../../scripts/key-programs.ts";
import { drawFreshKeys, exampleKey, isFreshKey } from "./fresh-keys.ts";
import { parsePublicKey } from "./parse-public-key.ts";
import { bitLength } from "./parsed-key.ts";

test("each name gets a key of its own", async () => {
  const keys = await drawFreshKeys(["rsa-1024", "rsa-2048", "ed25519", "ed25519-b", "ed25519"]);
  expect(Object.keys(keys)).toEqual(["rsa-1024", "rsa-2048", "ed25519", "ed25519-b"]);
  expect(new Set(Object.values(keys)).size).toBe(4);
  for (const [name, bits] of [
    ["rsa-1024", 1024],
    ["rsa-2048", 2048],
  ] as const) {
    const parsed = parsePublicKey(keys[name] ?? "");
    if (parsed.kind !== "key" || parsed.key.kind !== "rsa") throw new Error(`${name} parsed as ${parsed.kind}`);
    expect(bitLength(parsed.key.n)).toBe(bits);
  }
  expect(parsePublicKey(keys["ed25519-b"] ?? "")).toMatchObject({ kind: "key", key: { kind: "ed25519" } });
});

test("two runs get different keys", async () => {
  expect(await drawFreshKeys(["ed25519"])).not.toEqual(await drawFreshKeys(["ed25519"]));
});

test.for([
  { given: "rsa-1024", want: { kind: "rsa", bits: 1024 } },
  { given: "rsa-2048-b", want: { kind: "rsa", bits: 2048 } },
  { given: "ed25519", want: { kind: "ed25519", bits: 256 } },
  { given: "ed25519-z", want: { kind: "ed25519", bits: 256 } },
])("the example of $given is a key that AWS would take, as long as one that is drawn", async ({ given, want }) => {
  const example = exampleKey(given) ?? "";
  const parsed = parsePublicKey(example);
  if (parsed.kind !== "key") throw new Error(`parsed as ${parsed.kind}`);
  const { key } = parsed;
  expect({ kind: key.kind, bits: bitLength(key.kind === "rsa" ? key.n : key.point) }).toEqual(want);
  const { [given]: drawn = "" } = await drawFreshKeys([given]);
  expect(example).toHaveLength(drawn.length);
  expect(isFreshKey(given)).toBe(true);
});

test("a private key has no example", () => {
  expect(exampleKey("ed25519-private")).toBeUndefined();
  expect(isFreshKey("ed25519-private")).toBe(true);
});

test("the private key is one that ssh-keygen reads", async () => {
  const { "ed25519-private": text = "" } = await drawFreshKeys(["ed25519-private"]);
  const line = inTemporaryFolder((folder) => {
    const file = join(folder, "key");
    writeFileSync(file, `${text}\n`, { mode: 0o600 });
    return run("ssh-keygen", ["-y", "-f", file]).toString();
  });
  expect(parsePublicKey(line)).toMatchObject({ kind: "key", key: { kind: "ed25519" } });
  expect(text).toMatch(/^-----BEGIN OPENSSH PRIVATE KEY-----\n(.{70}\n)+.{1,70}\n-----END OPENSSH PRIVATE KEY-----$/);
});

test.each([
  "rsa-4096",
  "rsa-2048-private",
  "rsa-2048-bb",
  "rsa-20480",
  "my-rsa-2048",
  "rsa",
  "ed25519-bb",
  "ed25519-1",
  "an-ed25519",
  "ed25519-private-b",
  "aws-r1",
  "",
])("%o is no fresh key", async (name) => {
  expect(isFreshKey(name)).toBe(false);
  await expect(drawFreshKeys([name])).rejects.toThrow(
    `Failed to draw the key ${name}: no such kind. Use rsa-1024, rsa-2048 or ed25519, perhaps with -a to -z, or ed25519-private.`,
  );
});
