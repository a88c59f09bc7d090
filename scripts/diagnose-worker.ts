import { parentPort } from "node:worker_threads";
import { diagnostics } from "../src/actions/import-key-pair/diagnostics.ts";
import { faults } from "../src/actions/import-key-pair/faults/faults.ts";
import { importKeyPair } from "../src/actions/import-key-pair/import-key-pair.ts";
import { diagnose } from "../src/diagnose/diagnose.ts";
import { signsOf } from "../src/diagnose/sign.ts";
import { loadContract } from "../src/spec/load-contract.ts";
import { foundIn } from "./fault-sets.ts";
import { runFaults } from "./measure-kills.ts";

// Is told the ids of faults, joined by a plus, and answers how they are found in a run of the whole suite.

const contract = loadContract(importKeyPair.files);
const known = diagnostics();

parentPort?.on("message", async (ids: string) => {
  const planted = ids.split("+").flatMap((id) => faults.find((fault) => fault.id === id) ?? []);
  const cases = await runFaults(contract, planted);
  parentPort?.postMessage(foundIn(diagnose(contract, known, cases).causes, planted, signsOf(contract, cases)));
});
