import type { JudgedCase } from "../judge/ledger.ts";
import type { Case, Clause, Judgement, Step, Verdict } from "../model.ts";
import type { Contract } from "../spec/contract.ts";
import { contract } from "./observations.ts";

/** A step of an import, as far as a test cares. */
export function stepOf(parts: Partial<Step> = {}): Step {
  return { id: "request", action: "ImportKeyPair", input: { KeyName: "{name}" }, ...parts };
}

/** A case of these steps that makes these judgements on them. */
export function plannedCase(
  steps: readonly Partial<Step>[],
  judgements: readonly Partial<Judgement>[] = [],
  parts: Partial<Case> = {},
): Case {
  const whole = judgements.map((one): Judgement => ({ clause: "AAAA", check: "accepted", steps: ["request"], ...one }));
  return {
    id: "AAAA-x",
    title: "t",
    area: "name",
    clauses: ["AAAA"],
    steps: steps.map(stepOf),
    judgements: whole,
    needs: [],
    ...parts,
  };
}

/** A clause, as far as a test cares. */
export type ClauseParts = Partial<Clause> & Pick<Clause, "id"> & { readonly open?: true };

/** The contract with these clauses only, in this order: musts that are documented, where nothing else is said. */
export function contractOf(...clauses: readonly ClauseParts[]): Contract {
  const whole = clauses.map(({ open, ...parts }): Clause => {
    const grounds = open ? {} : { documented: { sources: [] } };
    return { area: "name", level: "must", since: "0.1", text: "t", ...grounds, ...parts };
  });
  return { ...contract, clauses: new Map(whole.map((clause) => [clause.id, clause])) };
}

/** A failure of a clause, as far as a test cares. */
export function failed(clause: string, more: Partial<Verdict> = {}): Verdict {
  return { clause, drive: "raw", verdict: "fail", expected: "a", actual: "b", step: "request", ...more };
}

export function passed(clause: string): Verdict {
  return { clause, drive: "raw", verdict: "pass" };
}

/** The refusal of a request that was to be refused with another code. */
export function refusedWith(clause: string, code: string): Verdict {
  return failed(clause, { expected: "400 InvalidKey.Format", actual: `400 ${code}: no` });
}

export function judgedCase(id: string, ...verdicts: readonly Verdict[]): JudgedCase {
  return { id, area: "name", verdicts };
}

/** A case that only asks whether the target keeps upright. */
export function hostileCase(id: string, ...verdicts: readonly Verdict[]): JudgedCase {
  return { id, area: "robustness", verdicts };
}
