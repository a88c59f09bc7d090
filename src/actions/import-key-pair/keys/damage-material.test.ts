import { expect, test } from "vitest";
import { readFixtureKey } from "../read-fixtures.ts";
import { type Damage, damageMaterial, damages } from "./damage-material.ts";
import { splitOpenSshLine } from "./openssh-line.ts";
import { parsePublicKey } from "./parse-public-key.ts";

const keys = ["aws-r2", "aws-e2", "rsa-8192"].map(readFixtureKey);

const spoiling = damages.filter((damage) => damage !== "sha2-label");
/** What AWS makes of these nobody recorded. */
const open: readonly string[] = ["extra-bytes", "options", "wrapped"];

test.each(spoiling)("%s is not taken for sure, the undamaged twin is", (damage) => {
  const want = open.includes(damage) ? { kind: "open" } : { kind: "refused", code: "InvalidKey.Format" };
  for (const key of keys) {
    expect(parsePublicKey(key)).toMatchObject({ kind: "key" });
    expect(parsePublicKey(damageMaterial(key, damage))).toMatchObject(want);
  }
});

const [label = "", base64 = ""] = (keys[0] ?? "").split(" ");
const plain = `${label} ${base64}`;
const blobOf = (line: string) => splitOpenSshLine(line).blob;

test.for<{ damage: Damage; want: RegExp }>([
  { damage: "comma", want: /^ssh-rsa [A-Za-z0-9+/]{186},[A-Za-z0-9+/]{186}$/ },
  { damage: "wrapped", want: /^ssh-rsa [A-Za-z0-9+/]{186}\n[A-Za-z0-9+/]{186}$/ },
  { damage: "options", want: /^no-pty,command="true" ssh-rsa [A-Za-z0-9+/]{372}$/ },
  { damage: "clipped", want: /^ssh-rsa [A-Za-z0-9+/]{351}$/ },
  { damage: "wrong-label", want: /^ssh-ed25519 [A-Za-z0-9+/]{372}$/ },
  { damage: "sha2-label", want: /^rsa-sha2-256 [A-Za-z0-9+/]{372}$/ },
])("$damage spoils just that", ({ damage, want }) => {
  const damaged = damageMaterial(plain, damage);
  expect(damaged).toMatch(want);
  expect(damaged.replace(/[,\n](?!command)/g, "")).toContain(base64.slice(0, 351));
});

test("an ED25519 key that is named otherwise is named as an RSA key", () => {
  expect(damageMaterial(keys[1] ?? "", "wrong-label")).toMatch(/^ssh-rsa /);
});

test("what is done to the blob leaves the rest of it alone", () => {
  const blob = Buffer.from(blobOf(plain));
  expect(blobOf(damageMaterial(plain, "truncated"))).toEqual(blob.subarray(0, -20));
  expect(blobOf(damageMaterial(plain, "extra-bytes"))).toEqual(Buffer.concat([blob, Buffer.from("xxx")]));
  const claim = Buffer.alloc(4, 0xff);
  expect(blobOf(damageMaterial(plain, "hostile-label-length"))).toEqual(Buffer.concat([claim, blob.subarray(4)]));
  expect(blobOf(damageMaterial(plain, "hostile-length"))).toEqual(
    Buffer.concat([blob.subarray(0, 11), claim, blob.subarray(15)]),
  );
});
