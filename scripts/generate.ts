import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { importKeyPair } from "../src/actions/import-key-pair/import-key-pair.ts";
import { loadContract } from "../src/spec/load-contract.ts";
import { generateClauses } from "./generate-clauses.ts";
import { generateTypes } from "./generate-types.ts";
import { generateKillMatrix } from "./kill-matrix.ts";

// Makes the committed files that are made from others; with --check, only says which of them are stale.

const root = new URL("../", import.meta.url);

/** Each makes its file, and may look at what is committed. When only checking, it must be quick. */
const files = [
  { url: new URL("src/generated/import-key-pair.ts", root), generate: generateTypes },
  { url: new URL("docs/kill-matrix.md", root), generate: generateKillMatrix },
  { url: new URL("docs/clauses.md", root), generate: () => generateClauses(loadContract(importKeyPair.files)) },
] as const;

const onlyCheck = process.argv.includes("--check");

for (const { url, generate } of files) {
  const name = relative(fileURLToPath(root), fileURLToPath(url));
  const committed = await readFile(url, "utf8").catch(() => "");
  const made = await generate(onlyCheck ? committed : undefined);
  if (made === committed) continue;
  if (onlyCheck) {
    console.error(`Failed to check ${name}: it is stale. Run npm run generate.`);
    process.exitCode = 1;
  } else {
    await mkdir(dirname(fileURLToPath(url)), { recursive: true });
    await writeFile(url, made);
    console.log(`made ${name}`);
  }
}
