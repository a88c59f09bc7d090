import { scopedClauses } from "../judge/scoped-clauses.ts";
import type { Capability, Case, Clause, Scope } from "../model.ts";
import type { Contract } from "../spec/contract.ts";
import { isOpen } from "../spec/grounds.ts";
import { expectedOf } from "./expected.ts";

/** What a target lacks, with the reasons. */
type Lacks = Readonly<Partial<Record<Capability, string>>>;

/** The clauses on which a case gives a verdict, where the target answers as the contract says. Pure. */
export function judgedClauses(contract: Contract, planned: Case, lacks: Lacks): ReadonlySet<string> {
  if (planned.needs.some((capability) => lacks[capability] !== undefined)) return new Set();
  const counts = (clause: Clause | undefined): boolean =>
    clause !== undefined && !isOpen(clause) && !(clause.needs ?? []).some((name) => lacks[name] !== undefined);
  const own = planned.judgements.filter(({ check }) => check !== "open").map(({ clause }) => clause);
  const scoped = scopedClauses(contract, planned).filter(({ holds }) => holds !== undefined && isIn(planned, holds));
  return new Set([...own, ...scoped.map(({ id }) => id)].filter((id) => counts(contract.clauses.get(id))));
}

/** Whether a case will show an exchange of this scope. */
function isIn(planned: Case, scope: Scope): boolean {
  const expected = planned.steps.map((step) => expectedOf(planned, step));
  if (scope === "exchange") return true;
  if (scope === "error") return expected.includes("refused");
  if (scope === "creation") return expected.includes("made");
  return expected.some((one) => one !== "refused");
}
