import type { Action } from "../action.ts";
import type { Case, Clause, Input, Principal, Wire } from "../model.ts";
import { isOpen } from "../spec/grounds.ts";

/** What becomes of a request; `open`: it is recorded and judges nobody. */
export type Outcome = "accepted" | "refused" | "open";

export interface SingleRequest {
  readonly clause: Clause;
  readonly slug: string;
  readonly title: string;
  readonly input: Input;
  readonly outcome: Outcome;
  readonly wire?: Wire | undefined;
  readonly as?: Principal | undefined;
  /** Whether its valid twin is the request with every structure. */
  readonly dressed: boolean;
}

/** The case of one request of the action: the shape that all generated cases share. */
export function singleRequestCase(action: Action, request: SingleRequest): Case {
  const { clause, slug, title, input, wire, as, dressed } = request;
  const outcome = isOpen(clause) ? "open" : request.outcome;
  const { name } = action.cleanup;
  return {
    id: `${clause.id}-${slug}`,
    title,
    area: clause.area,
    clauses: [clause.id],
    steps: [{ id: "request", action: action.name, input, ...(wire && { wire }), ...(as && { as }) }],
    judgements: checksOf(clause, outcome).map((check) => ({ clause: clause.id, check, steps: ["request"] })),
    ...(outcome === "refused" ? { twin: twinId(action, dressed) } : {}),
    // Without credentials of its own, a poor principal can't be played at all.
    needs: as === undefined || as === "anonymous" ? [] : (clause.needs ?? []),
    ...(input[name] === undefined || input[name] === "" || wire?.set?.[name] === null ? { nameless: true } : {}),
  };
}

/** What is accepted is also compared with its echo, where the clause wants that. The action knows what an answer echoes. */
function checksOf({ expect }: Clause, outcome: Outcome): readonly string[] {
  return outcome === "accepted" && expect?.echoed ? ["accepted", "echoed"] : [outcome];
}

/** The accepted case from which a negative differs in one field. */
export function twinId(action: Action, dressed: boolean): string {
  return `${action.accepts}-${dressed ? "dressed" : "minimal"}`;
}
