import { parentPort } from "node:worker_threads";
import { faults } from "../src/actions/import-key-pair/faults/faults.ts";
import { importKeyPair } from "../src/actions/import-key-pair/import-key-pair.ts";
import { loadContract } from "../src/spec/load-contract.ts";
import { measureSignature } from "./measure-signature.ts";

// Is told the id of a fault, and answers what it turns red.

const contract = loadContract(importKeyPair.files);

parentPort?.on("message", async (id: string) => {
  const fault = faults.find((known) => known.id === id);
  parentPort?.postMessage(fault === undefined ? [] : await measureSignature(contract, fault));
});
