import type { Action } from "../action.ts";
import { SpecError } from "../errors.ts";
import type { Case, CaseTemplate, Clause, Input } from "../model.ts";
import type { Contract } from "../spec/contract.ts";
import { baseInput } from "./place.ts";
import { singleRequestCase } from "./single-request-case.ts";

/** The two valid requests, minimal and with every structure, from which all negatives differ in one field. */
export function twinCases(contract: Contract, action: Action): readonly Case[] {
  const clause = contract.clauses.get(action.accepts);
  if (clause === undefined) {
    throw new SpecError(
      `Failed to plan ${action.name}: the clause ${action.accepts} is missing. It says that a valid request is accepted; restore it.`,
    );
  }
  return [false, true].map((dressed) =>
    singleRequestCase(action, {
      clause,
      slug: dressed ? "dressed" : "minimal",
      title: dressed ? "a valid request with every structure" : "a valid request with the required fields",
      input: baseInput(action, dressed),
      outcome: "accepted",
      dressed,
    }),
  );
}

/** The cases that clauses state themselves, as data. */
export function templateCases(contract: Contract, action: Action): readonly Case[] {
  return [...contract.clauses.values()].flatMap((clause) =>
    (clause.cases ?? []).map((template) => templateCase(action, clause, template)),
  );
}

function templateCase(action: Action, clause: Clause, template: CaseTemplate): Case {
  const { slug, title, wire, as } = template;
  const dressed = template.dressed === true;
  const fields = Object.entries({ ...baseInput(action, dressed), ...template.input });
  const input: Input = Object.fromEntries(fields.filter(([, value]) => value !== null));
  return singleRequestCase(action, {
    clause,
    slug,
    title,
    input,
    outcome: clause.expect?.accepted ? "accepted" : "refused",
    wire,
    as,
    dressed,
  });
}
