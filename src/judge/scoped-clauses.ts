import type { Action } from "../action.ts";
import type { Case, Clause, Observation, Scope } from "../model.ts";
import type { Contract } from "../spec/contract.ts";

/** The clauses that hold for every observation of their scope, and so are judged in this case too. */
export function scopedClauses(contract: Contract, planned: Case): readonly Clause[] {
  return [...contract.clauses.values()].filter(
    ({ holds, among }) =>
      holds !== undefined && (among === undefined || planned.clauses.some((id) => among.includes(id))),
  );
}

type InScope = (action: Action, planned: Case, observation: Observation) => boolean;

const scopes = {
  exchange: () => true,
  success: (_, __, { kind }) => kind === "output" || kind === "unreadable" || kind === "unanswered",
  error: (_, __, observation) => observation.kind === "error" || (observation.exchange.response?.status ?? 0) >= 400,
  creation: (action, planned, { kind, step }) =>
    kind === "output" && step.action === action.cleanup.creates && isToBeAccepted(planned, step.id),
} as const satisfies Record<Scope, InScope>;

/** Whether a clause speaks about this observation. */
export function inScope(action: Action, planned: Case, { holds }: Clause, observation: Observation): boolean {
  return holds !== undefined && scopes[holds](action, planned, observation);
}

/**
 * Whether the contract wants the request accepted. Of a request that it wants refused, or of which nobody knows what it
 * means, nobody can say what the thing that it makes should look like.
 */
export function isToBeAccepted({ steps, judgements }: Case, id: string): boolean {
  const isSetup = steps.some((step) => step.id === id && step.setup);
  return isSetup || judgements.some(({ check, steps: judged }) => check === "accepted" && judged.includes(id));
}
