import type { Action } from "../action.ts";
import type { Case, CaseTemplate, Clause, Input } from "../model.ts";
import type { Contract } from "../spec/contract.ts";
import { baseInput } from "./place.ts";
import { singleRequestCase } from "./single-request-case.ts";

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
