import { importKeyPair } from "../../src/actions/import-key-pair/import-key-pair.ts";
import type { Clause } from "../../src/model.ts";
import { isOpen } from "../../src/spec/grounds.ts";
import { loadContract } from "../../src/spec/load-contract.ts";

/** The contract that ships, loaded once for each file of suites. */
export const contract = loadContract(importKeyPair.files);

export const clauses: readonly Clause[] = [...contract.clauses.values()];

/** The clauses that can fail: all but the open ones. */
export const judgedClauses = clauses.filter((clause) => !isOpen(clause));
