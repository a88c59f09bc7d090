import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inTemporaryFolder, run } from "../../../../scripts/key-programs.ts";
import { drawFreshKeys, isFreshKey } from "./fresh-keys.ts";
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

test("the private key is one that ssh-keygen reads", async () => {
  const { "ed25519-private": text = "" } = await drawFreshKeys(["ed25519-private"]);
  const line = inTemporaryFolder((folder) => {
    const file = join(folder, "key");
    writeFileSync(file, `${text}\n`, { mode: 0o600 });
    return run("ssh-keygen", ["-y", "-f", file]).toString();
  });
  expect(parsePublicKey(line)).toMatchObject({ kind: "key", key: { kind: "ed25519" } });
});

test.each(["rsa-4096", "rsa-2048-private", "rsa", "ed25519-bb", "aws-r1", ""])("%o is no fresh key", async (name) => {
  expect(isFreshKey(name)).toBe(false);
  await expect(drawFreshKeys([name])).rejects.toThrow("Failed to draw the key");
});
