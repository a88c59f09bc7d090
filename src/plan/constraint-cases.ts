import type { Action } from "../action.ts";
import { SpecError } from "../errors.ts";
import type { Case, Clause } from "../model.ts";
import type { Contract } from "../spec/contract.ts";
import { type ConstraintSite, constraintSites } from "./constraint-sites.ts";
import { generators } from "./keywords/generators.ts";
import { isDressed, place } from "./place.ts";
import { singleRequestCase } from "./single-request-case.ts";

/**
 * The cases that the constraints of the wire model yield: one generator a keyword, one clause a constraint.
 * @throws {SpecError} when a constraint of the request has no clause.
 */
export function constraintCases(contract: Contract, action: Action): readonly Case[] {
  const clauseOf = new Map<string, Clause>();
  for (const clause of contract.clauses.values()) {
    for (const pointer of clause.constraints ?? []) clauseOf.set(pointer, clause);
  }
  return constraintSites(contract.schemas, `${action.name}Request`).flatMap((site) => {
    const clause = clauseOf.get(site.pointer);
    if (clause === undefined) {
      throw new SpecError(
        `Failed to plan ${site.pointer}: no clause has it among its constraints. Add the clause, or remove the keyword.`,
      );
    }
    return casesOf(contract, action, site, clause);
  });
}

function casesOf(contract: Contract, action: Action, site: ConstraintSite, clause: Clause): Case[] {
  const field = site.path.join(".");
  return generators[site.keyword]({ action, contract, site, field }).map((probe) =>
    singleRequestCase(action, {
      clause,
      slug: probe.slug,
      title: probe.title,
      input: place(action, site.path, probe.value),
      outcome: probe.outcome === "disputed" ? "open" : probe.outcome,
      wire: probe.wire,
      dressed: isDressed(action, site.path),
    }),
  );
}
