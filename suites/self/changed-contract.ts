import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importKeyPair } from "../../src/actions/import-key-pair/import-key-pair.ts";
import type { Contract } from "../../src/spec/contract.ts";
import { defaultSpecDir, loadContract } from "../../src/spec/load-contract.ts";

/** Loads a copy of the contract in which one text of one file was replaced. */
export function changedContract(file: string, from: string | RegExp, to: string): Contract {
  const dir = mkdtempSync(join(tmpdir(), "ec2-contract-spec-"));
  try {
    cpSync(defaultSpecDir, dir, { recursive: true });
    const path = join(dir, file);
    const text = readFileSync(path, "utf8");
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`Failed to change ${file}: it does not have ${from}. Adapt the test.`);
    writeFileSync(path, changed);
    return loadContract(importKeyPair.files, dir);
  } finally {
    rmSync(dir, { recursive: true });
  }
}
