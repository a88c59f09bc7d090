import type { Action } from "../../../action.ts";
import { SpecError } from "../../../errors.ts";
import type { Case } from "../../../model.ts";
import { singleRequestCase } from "../../../plan/single-request-case.ts";
import type { Contract } from "../../../spec/contract.ts";
import { clauses } from "../clauses.ts";
import type { KeyMaterial } from "../draw-material.ts";
import { readAwsVectors } from "../read-aws-vectors.ts";
import { materialOutcome } from "./material-lengths.ts";

/** One case for each entry of `key-materials.yaml`; the vectors that AWS itself answered judge their clause too. */
export function materialCases(contract: Contract, action: Action): readonly Case[] {
  const vectors = readAwsVectors();
  return materialsOf(contract).map((entry) => {
    const { name, title, wire = "base64" } = entry;
    const clause = contract.clauses.get(entry.clause);
    if (clause === undefined) {
      throw new SpecError(
        `Failed to plan the key material ${name}: there is no clause ${entry.clause}. Name one that the contract has.`,
      );
    }
    const planned = singleRequestCase(action, {
      clause,
      slug: name,
      title,
      input: { KeyName: "{name}", PublicKeyMaterial: { $material: name } },
      outcome: materialOutcome(contract, entry),
      // Bytes are all that an SDK takes, and it encodes them itself.
      wire: wire === "base64" || wire === "base64-twice" ? undefined : { set: { PublicKeyMaterial: { $wire: name } } },
      dressed: false,
    });
    if (vectors[name]?.grounds !== "observed") return planned;
    return {
      ...planned,
      clauses: [...planned.clauses, clauses.vectors],
      judgements: [...planned.judgements, { clause: clauses.vectors, check: "fingerprint-vector", steps: ["request"] }],
    };
  });
}

/** The corpus, as its schema has validated it. */
export function materialsOf(contract: Contract): readonly KeyMaterial[] {
  return contract.corpora["key-materials"] as unknown as readonly KeyMaterial[];
}
