import { UsageError } from "../errors.ts";
import type { Contract } from "./contract.ts";

/**
 * Whether a clause came later than the version that a run is pinned to; it then runs and is reported, and fails nobody.
 * Clauses come with minor versions only, so that `0.1` is as good as `0.1.3`.
 */
export function isLater({ since = "0" }: { readonly since?: string }, asOf: string | undefined): boolean {
  return asOf !== undefined && since.localeCompare(asOf, "en", { numeric: true }) > 0;
}

/** The ids of the clauses that came later than the version that a run is pinned to. */
export function laterClauses(
  clauses: Iterable<{ readonly id: string; readonly since?: string }>,
  asOf: string | undefined,
): ReadonlySet<string> {
  return new Set([...clauses].filter((clause) => isLater(clause, asOf)).map(({ id }) => id));
}

/**
 * What a run may be pinned to: a version of this package that had clauses.
 * @param version of this package.
 * @throws {UsageError} for what is no version, for one still to come, and for one before the first.
 */
export function mustBePast(asOf: string | undefined, contract: Contract, version: string): void {
  if (asOf === undefined) return;
  const why = !/^\d+\.\d+(\.\d+)?$/.test(asOf)
    ? "that is no version"
    : isLater({ since: asOf }, version)
      ? `this is ${version}`
      : [...contract.clauses.values()].every((clause) => isLater(clause, asOf))
        ? "no clause is that old"
        : undefined;
  if (why !== undefined)
    throw new UsageError(
      `Failed to judge as of ${asOf}: ${why}. Name the version of ec2-contract whose clauses are to gate, such as 0.1.`,
    );
}
