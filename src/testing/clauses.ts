import type { Clause } from "../model.ts";
import type { Contract } from "../spec/contract.ts";
import { contract } from "./observations.ts";

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
