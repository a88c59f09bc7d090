import { basename, dirname } from "node:path";
import semver from "semver";
import { UsageError } from "../errors.ts";
import { isToBeAccepted, scopedClauses } from "../judge/scoped-clauses.ts";
import type { Case } from "../model.ts";
import type { Contract } from "../spec/contract.ts";
import { isOpen } from "../spec/grounds.ts";
import { readJsonSchema } from "../spec/read-json-schema.ts";
import { readSpecFile } from "../spec/read-spec-file.ts";

/** One entry of a file of known deviations: `spec/schema/known.schema.json`. */
export interface KnownDeviation {
  readonly clause: string;
  /** Exactly these cases fail; without it, all that are judged. */
  readonly case?: string | readonly string[];
  readonly target?: string;
  /** A semver range. */
  readonly versions?: string;
  readonly reason: string;
  readonly link?: string;
  /** ISO date. */
  readonly review: string;
  readonly flaky?: boolean;
}

/** The cases of an entry; undefined where it speaks of all. */
export function casesOf({ case: cases }: KnownDeviation): readonly string[] | undefined {
  return cases === undefined ? undefined : [cases].flat();
}

/**
 * Reads a file of known deviations.
 * @throws {SpecError} when it breaks its schema. @throws {UsageError} for ids that the contract does not have, for what
 * can never deviate, and for what is listed twice.
 */
export function readKnown(path: string, contract: Contract, plan: readonly Case[]): readonly KnownDeviation[] {
  const { value, lineOf } = readSpecFile<readonly KnownDeviation[] | null>(
    dirname(path),
    basename(path),
    readJsonSchema("known"),
    { what: "the known deviations", advice: "Name a file of known deviations with --known, or leave it out." },
  );
  const entries = value ?? [];
  for (const [index, entry] of entries.entries()) {
    const wrong =
      unknownIn(entry, contract, plan) ??
      vainIn(entry, contract, plan) ??
      repeatedIn(entry, entries.slice(0, index), (earlier) => lineOf([earlier])) ??
      badRangeIn(entry);
    if (wrong !== undefined) throw new UsageError(`Failed to use ${path}:${lineOf([index])}: ${wrong}`);
  }
  return entries;
}

function unknownIn(entry: KnownDeviation, contract: Contract, plan: readonly Case[]): string | undefined {
  const cases = new Set(plan.map(({ id }) => id));
  const unknown = contract.clauses.has(entry.clause) ? casesOf(entry)?.find((id) => !cases.has(id)) : entry.clause;
  return unknown && `it lists ${unknown}, which the contract does not have. Remove it, or correct the id.`;
}

/** An entry about what nobody judges would match whatever the target does. */
function vainIn(entry: KnownDeviation, contract: Contract, plan: readonly Case[]): string | undefined {
  const clause = contract.clauses.get(entry.clause);
  if (clause !== undefined && isOpen(clause))
    return `${entry.clause} is open: it judges nobody, so nothing deviates from it. Remove the entry.`;
  const listed = casesOf(entry) ?? [];
  const vain = plan.find((planned) => listed.includes(planned.id) && !canJudge(contract, planned, entry.clause));
  return vain && `the case ${vain.id} never judges ${entry.clause}. Name a case that does, or its own clause.`;
}

function canJudge(contract: Contract, planned: Case, id: string): boolean {
  return (
    planned.judgements.some(({ clause, check }) => clause === id && check !== "open") ||
    scopedClauses(contract, planned).some(
      (clause) => clause.id === id && (clause.holds !== "creation" || creates(contract, planned)),
    )
  );
}

function creates({ action }: Contract, planned: Case): boolean {
  return planned.steps.some((step) => step.action === action && isToBeAccepted(planned, step.id));
}

/** What two entries of one kind say of one case: the one that is forgotten would outlive the other. */
function repeatedIn(
  entry: KnownDeviation,
  earlier: readonly KnownDeviation[],
  lineOf: (index: number) => number,
): string | undefined {
  const index = earlier.findIndex((one) => overlap(one, entry));
  const what = casesOf(entry)?.find((id) => casesOf(earlier[index] ?? entry)?.includes(id)) ?? entry.clause;
  return index < 0 ? undefined : `${what} is listed before, in line ${lineOf(index)}. Make one entry of the two.`;
}

function overlap(one: KnownDeviation, other: KnownDeviation): boolean {
  if (one.clause !== other.clause || one.target !== other.target || one.versions !== other.versions) return false;
  const [cases, others] = [casesOf(one), casesOf(other)];
  if (cases !== undefined && others !== undefined) return cases.some((id) => others.includes(id));
  // Of a clause that is flaky as a whole, some cases may be known to fail always, and the other way round.
  return one.flaky === other.flaky;
}

function badRangeIn({ clause, versions }: KnownDeviation): string | undefined {
  if (versions === undefined || semver.validRange(versions) !== null) return undefined;
  return `"${versions}" of ${clause} is no semver range. Write it as ">=5.0.0 <6".`;
}
