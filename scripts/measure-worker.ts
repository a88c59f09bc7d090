import { parentPort } from "node:worker_threads";
import { faults } from "../src/actions/import-key-pair/faults/faults.ts";
import { importKeyPair } from "../src/actions/import-key-pair/import-key-pair.ts";
import { loadContract } from "../src/spec/load-contract.ts";
import { clausesThat, judgeFaults } from "./measure-kills.ts";

// Is told the id of a fault, and answers the clauses that it turns red.

const contract = loadContract(importKeyPair.files);

parentPort?.on("message", async (id: string) => {
  const verdicts = await judgeFaults(
    contract,
    faults.filter((fault) => fault.id === id),
  );
  parentPort?.postMessage(clausesThat("fail", verdicts));
});
