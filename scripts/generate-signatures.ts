import { faults } from "../src/actions/import-key-pair/faults/faults.ts";
import { importKeyPair } from "../src/actions/import-key-pair/import-key-pair.ts";
import type { FaultSign } from "../src/diagnose/sign.ts";
import { readSignatures, type SignatureFile, writeSignatures } from "../src/diagnose/signature-file.ts";
import { plan } from "../src/plan/plan.ts";
import { loadContract } from "../src/spec/load-contract.ts";
import { measureAll } from "./measure-all.ts";

/** What is measured anew: every fault, those that never were, or none, which only looks whether the file is stale. */
export type Measuring = "all" | "new" | "nothing";

/**
 * What each fault turns red, as it is committed. Measuring takes minutes of computing; without it, the file is written anew
 * from the committed one and the faults, the cases and the clauses of today.
 */
export async function generateSignatures(committed: string, measuring: Measuring): Promise<string> {
  const contract = loadContract(importKeyPair.files);
  const order = plan(contract, importKeyPair).map(({ id }) => id);
  const known = new Set(order);
  const isOfToday = (sign: FaultSign): boolean => known.has(sign.case) && contract.clauses.has(sign.clause);
  const before = committed === "" ? new Map() : readSignatures(JSON.parse(committed) as SignatureFile);
  const wanted = measuring === "nothing" ? [] : faults.filter(({ id }) => measuring === "all" || !before.has(id));
  const measured = await measureAll<readonly FaultSign[]>(
    "measure-worker.ts",
    wanted.map(({ id }) => id),
  );
  const signatures = faults.map(({ id }): [string, readonly FaultSign[]] => [
    id,
    (measured.get(id) ?? before.get(id) ?? []).filter(isOfToday),
  ]);
  return render(writeSignatures(new Map(signatures), order));
}

/** A line for each fault, so that a change shows whose it is. */
function render({ cases, faults: packed }: SignatureFile): string {
  const lines = Object.entries(packed).map(([id, signs]) => `    ${JSON.stringify(id)}: ${JSON.stringify(signs)}`);
  return `{\n  "cases": ${JSON.stringify(cases)},\n  "faults": {\n${lines.join(",\n")}\n  }\n}\n`;
}
