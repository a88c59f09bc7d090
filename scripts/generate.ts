import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { importKeyPair } from "../src/actions/import-key-pair/import-key-pair.ts";
import { readSignatures, type SignatureFile } from "../src/diagnose/signature-file.ts";
import { historyPicture } from "../src/site/history-picture.ts";
import { writeHistory } from "../src/site/history-text.ts";
import { defaultSpecDir, readContract } from "../src/spec/load-contract.ts";
import { takeSnapshot } from "../src/spec/snapshot.ts";
import { generateClauses } from "./generate-clauses.ts";
import { generateSignatures } from "./generate-signatures.ts";
import { generateTypes } from "./generate-types.ts";
import { historyFile } from "./history-files.ts";
import { generateKillMatrix } from "./kill-matrix.ts";
import { siteInput } from "./site-input.ts";

// Makes the committed files that are made from others; with --check, only says which of them are stale. What faults turn
// red is measured, which takes minutes: --new measures those faults only that never were.

const root = new URL("../", import.meta.url);
const onlyCheck = process.argv.includes("--check");
const measuring = onlyCheck ? "nothing" : process.argv.includes("--new") ? "new" : "all";

const { contract, files } = readContract(importKeyPair.files, defaultSpecDir);
await make("src/generated/import-key-pair.contract.json", () => takeSnapshot(contract, files));
const signatures = await make("src/generated/fault-signatures.json", (committed) =>
  generateSignatures(committed, measuring),
);
await make("src/generated/import-key-pair.ts", generateTypes);
await make("docs/kill-matrix.md", () => generateKillMatrix(readSignatures(JSON.parse(signatures) as SignatureFile)));
await make("docs/clauses.md", () => generateClauses(contract));
const { histories } = siteInput();
for (const history of histories) await make(historyFile(history.emulator), () => writeHistory(history));
await make("docs/history.svg", () => historyPicture(histories));

/** Makes a file, which may look at what is committed of it. */
async function make(name: string, generate: (committed: string) => string | Promise<string>): Promise<string> {
  const url = new URL(name, root);
  const committed = await readFile(url, "utf8").catch(() => "");
  const made = await generate(committed);
  if (made === committed) return made;
  const path = relative(fileURLToPath(root), fileURLToPath(url));
  if (onlyCheck) {
    console.error(`Failed to check ${path}: it is stale. Run npm run generate.`);
    process.exitCode = 1;
  } else {
    await mkdir(dirname(fileURLToPath(url)), { recursive: true });
    await writeFile(url, made);
    console.log(`made ${path}`);
  }
  return made;
}
