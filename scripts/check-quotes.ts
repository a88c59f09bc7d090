import { importKeyPair } from "../src/actions/import-key-pair/import-key-pair.ts";
import { loadContract } from "../src/spec/load-contract.ts";
import { compareQuotes } from "./compare-quotes.ts";
import { readEvidence } from "./read-evidence.ts";

// Holds the quotes of spec/sources.yaml against the excerpts in fixtures/evidence/, and says of which sources none is kept.

const { literal, wrong, notCached } = compareQuotes(loadContract(importKeyPair.files).sources, readEvidence());

console.log(`${literal.length} quotes stand literally in the excerpts of fixtures/evidence/`);
console.log(`${notCached.length} sources of which no excerpt is kept:\n${notCached.map((id) => `  ${id}`).join("\n")}`);
if (wrong.length > 0) {
  console.error(
    `Failed to check the quotes of spec/sources.yaml:\n${wrong.map((line) => `  ${line}`).join("\n")}\nQuote the page literally, or correct its excerpt.`,
  );
  process.exitCode = 1;
}
