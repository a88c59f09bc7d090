import type { Clause, Confidence } from "../model.ts";

/** Nobody knows what AWS does: the clause's cases run and are recorded, and judge nobody. */
export function isOpen(clause: Clause): boolean {
  return clause.documented === undefined && clause.observed === undefined && clause.inferred === undefined;
}

/** Made from the grounds of a clause; undefined for an open one. */
export function confidenceOf({
  documented,
  observed,
  inferred,
}: Pick<Clause, "documented" | "observed" | "inferred">): Confidence | undefined {
  const seen = observed !== undefined && !observed.sibling;
  if (documented !== undefined && seen) return "certain";
  if (documented !== undefined || seen) return "firm";
  if (observed !== undefined) return "sibling";
  return inferred === undefined ? undefined : "inferred";
}
