import { basename, dirname } from "node:path";
import semver from "semver";
import { UsageError } from "../errors.ts";
import type { Case } from "../model.ts";
import type { Contract } from "../spec/contract.ts";
import { readJsonSchema } from "../spec/read-json-schema.ts";
import { readSpecFile } from "../spec/read-spec-file.ts";
import { casesOf, type KnownDeviation } from "./known-deviation.ts";

/**
 * Reads a file of known deviations.
 * @throws {SpecError} when it breaks its schema. @throws {UsageError} for ids that the contract does not have.
 */
export function readKnown(path: string, contract: Contract, plan: readonly Case[]): readonly KnownDeviation[] {
  const { value } = readSpecFile<readonly KnownDeviation[] | null>(
    dirname(path),
    basename(path),
    readJsonSchema("known"),
  );
  const entries = value ?? [];
  const cases = new Set(plan.map(({ id }) => id));
  for (const entry of entries) {
    const unknown = contract.clauses.has(entry.clause) ? casesOf(entry)?.find((id) => !cases.has(id)) : entry.clause;
    if (unknown !== undefined) {
      throw new UsageError(
        `Failed to use ${path}: it lists ${unknown}, which the contract does not have. Remove it, or correct the id.`,
      );
    }
    if (entry.versions !== undefined && semver.validRange(entry.versions) === null) {
      throw new UsageError(
        `Failed to use ${path}: "${entry.versions}" of ${entry.clause} is no semver range. Write it as ">=5.0.0 <6".`,
      );
    }
  }
  return entries;
}
