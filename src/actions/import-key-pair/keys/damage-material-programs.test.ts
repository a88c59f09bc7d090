import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inTemporaryFolder, run } from "../../../../scripts/key-programs.ts";
import { readFixtureKey } from "../read-fixtures.ts";
import { damageMaterial, damages } from "./damage-material.ts";
import { parsePublicKey } from "./parse-public-key.ts";

const keys = ["aws-r2", "aws-e2", "rsa-8192"].map(readFixtureKey);
const spoiling = damages.filter((damage) => damage !== "sha2-label");

// ssh-keygen reads authorized_keys files as well, so options don't trouble it.
test.each(spoiling.filter((damage) => damage !== "options"))("ssh-keygen can't read %s either", (damage) => {
  for (const key of keys) expect(isReadable(key)).toBe(true);
  for (const key of keys) expect(isReadable(damageMaterial(key, damage))).toBe(false);
});

test("ssh-keygen takes rsa-sha2-256 for the name of an RSA key, so what AWS does is open", () => {
  const [rsa, ed25519] = keys.map((key) => damageMaterial(key, "sha2-label"));
  expect(isReadable(rsa ?? "")).toBe(true);
  expect(parsePublicKey(rsa ?? "").kind).toBe("open");
  expect(isReadable(ed25519 ?? "")).toBe(false);
  expect(parsePublicKey(ed25519 ?? "").kind).toBe("refused");
});

function isReadable(line: string): boolean {
  return inTemporaryFolder((folder) => {
    const file = join(folder, "key.pub");
    writeFileSync(file, `${line}\n`);
    try {
      run("ssh-keygen", ["-l", "-f", file]);
      return true;
    } catch {
      return false;
    }
  });
}
