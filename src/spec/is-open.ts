import type { Clause } from "../model.ts";

/** Nobody knows what AWS does: the clause's cases run and are recorded, and judge nobody. */
export function isOpen(clause: Clause): boolean {
  return clause.documented === undefined && clause.observed === undefined && clause.inferred === undefined;
}
