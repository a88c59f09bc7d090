import snapshot from "../../generated/import-key-pair.contract.json" with { type: "json" };
import type { ContractFiles } from "../../spec/contract.ts";

/** What the contract of ImportKeyPair is read from. Apart from the action, so that who only lists it loads little. */
export const contractFiles: ContractFiles = {
  action: "ImportKeyPair",
  openapi: "import-key-pair.openapi.yaml",
  clauses: ["import-key-pair.clauses.yaml", "ec2-query.clauses.yaml"],
  corpora: ["key-materials.yaml"],
  snapshot,
};
