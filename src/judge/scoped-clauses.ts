import type { Action } from "../action.ts";
import type { Case, Clause, Observation, Scope } from "../model.ts";
import type { Contract } from "../spec/contract.ts";

/**
 * The clauses that hold for every observation of their scope, and so are judged in this case too. Where nobody knows
 * what a request means, its answer is judged as an answer, and not as that of an import.
 */
export function scopedClauses(contract: Contract, planned: Case): readonly Clause[] {
  const isObscure = planned.area === "robustness" || planned.judgements.every(({ check }) => check === "open");
  return [...contract.clauses.values()].filter(
    ({ holds, among }) =>
      holds !== undefined &&
      !(isObscure && holds === "creation") &&
      (among === undefined || planned.clauses.some((id) => among.includes(id))),
  );
}

const scopes = {
  exchange: () => true,
  success: (_, { kind }) => kind === "output" || kind === "unreadable" || kind === "unanswered",
  error: (_, observation) => observation.kind === "error" || (observation.exchange.response?.status ?? 0) >= 400,
  creation: (action, { kind, step }) => kind === "output" && step.action === action.cleanup.creates,
} as const satisfies Record<Scope, (action: Action, observation: Observation) => boolean>;

/** Whether a clause speaks about this observation. */
export function inScope(action: Action, { holds }: Clause, observation: Observation): boolean {
  return holds !== undefined && scopes[holds](action, observation);
}
