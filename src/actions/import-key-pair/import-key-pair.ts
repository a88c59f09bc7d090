import type { Action, Draws } from "../../action.ts";
import { SpecError } from "../../errors.ts";
import type { Contract } from "../../spec/contract.ts";
import { allCases } from "./cases/all-cases.ts";
import { materialsOf } from "./cases/materials.ts";
import { soloKey } from "./cases/names.ts";
import { tagged } from "./cases/steps.ts";
import { allChecks } from "./checks/all-checks.ts";
import { clauses } from "./clauses.ts";
import { commandLines } from "./command-lines.ts";
import { contractFiles } from "./contract-files.ts";
import { drawMaterial, type KeyMaterial, keysOf } from "./draw-material.ts";
import { drawFreshKeys, isFreshKey } from "./keys/fresh-keys.ts";
import { readFixtureKey } from "./read-fixtures.ts";
import { rulesOf } from "./reference/rules.ts";

/** Characters of the shortest name that is recognisably a run's own, and of keys with room for a comment. */
const shortest = { name: 32, ed25519: 90, rsa: 740 } as const;

/** ImportKeyPair, as the stages see it. */
export const importKeyPair: Action = {
  name: "ImportKeyPair",
  files: contractFiles,
  example: {
    KeyName: "{name}",
    PublicKeyMaterial: { $material: "rsa-2048" },
    TagSpecifications: [{ ResourceType: "key-pair", Tags: [{ Key: "purpose", Value: "conformance" }] }],
  },
  minimal: ["KeyName", "PublicKeyMaterial"],
  accepts: clauses.accepted,
  acceptedBy(contract, { PublicKeyMaterial: material }) {
    const name = typeof material === "object" && material !== null && "$material" in material ? material.$material : "";
    const entry = materialsOf(contract).find((one) => one.name === name && one.expect === "accepted");
    return entry === undefined || name === "rsa-2048" ? clauses.accepted : entry.clause;
  },
  cleanup: {
    creates: "ImportKeyPair",
    removes: "DeleteKeyPair",
    lists: "DescribeKeyPairs",
    items: "KeyPairs",
    name: "KeyName",
    id: "KeyPairId",
  },
  tagged: (tags) => tagged(...tags),
  commandLines,
  filler(path, length) {
    const field = path.at(-1);
    if (field === "KeyName") return length < shortest.name ? undefined : { $pad: "{name}", to: length, with: "x" };
    if (field === "PublicKeyMaterial" && length < shortest.ed25519) return undefined;
    // A key that is the same in every run: what targets make of broken spellings depends on its bytes.
    if (field === "PublicKeyMaterial") return { $material: length < shortest.rsa ? "ed25519" : "rsa-4096", to: length };
    return { $repeat: "x", times: length };
  },
  cases: (contract, seed) => allCases(contract, importKeyPair, seed),
  checks: allChecks,
  async assertions() {
    return (await import("./assertions/all-assertions.ts")).allAssertions;
  },
  rules: rulesOf,
  async drawKeys(contract) {
    return drawFreshKeys(new Set([soloKey, ...materialsOf(contract).flatMap(keysOf).filter(isFreshKey)]));
  },
  material(contract, draws, name, form = {}) {
    const entry = { ...entryOf(contract, name), ...form } as KeyMaterial;
    const keys = Object.fromEntries(keysOf(entry).map((key) => [key, keyText(draws, key)]));
    return drawMaterial(entry, keys);
  },
  async properties(contract) {
    const { allProperties } = await import("./explore/all-properties.ts");
    return allProperties(contract);
  },
  async diagnostics() {
    const { diagnostics } = await import("./diagnostics.ts");
    return diagnostics();
  },
};

function entryOf(contract: Contract, name: string): KeyMaterial {
  if (name === soloKey)
    return { name, title: name, clause: "", expect: "accepted", type: "rsa", key: name, encoding: "openssh" };
  const entry = materialsOf(contract).find((candidate) => candidate.name === name);
  if (entry === undefined)
    throw new SpecError(`Failed to draw the key material ${name}: key-materials.yaml has no such entry. Add it.`);
  return entry;
}

function keyText({ keys }: Draws, name: string): string {
  return keys[name] ?? readFixtureKey(name);
}
