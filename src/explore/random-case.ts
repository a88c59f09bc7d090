import fc from "fast-check";
import type { Action } from "../action.ts";
import type { Case, Clause } from "../model.ts";
import type { Contract } from "../spec/contract.ts";
import { isOpen } from "../spec/grounds.ts";
import { brokenConstraints } from "./broken-constraints.ts";
import type { Property, Trial } from "./property.ts";

/** So many trials tell which clauses a property speaks about: each kind of trial is among them many times over. */
const samples = 200;

/** The case of a trial. */
export function caseOf({ area, needs = [] }: Property, id: string, trial: Trial): Case {
  const { title, steps, judgements, twin } = trial;
  const clauses = [...new Set(judgements.map(({ clause }) => clause))];
  return { id, title, area, clauses, steps, judgements, needs, ...(twin !== undefined && { twin }) };
}

/** The permanent id under which a clause's failure in a property is reported. */
export function findingId(clause: string, property: Property): string {
  return `${clause}-random-${property.id}`;
}

/** The permanent id under which all passed runs of a property are summed up, and by which it is selected. */
export function summaryId(property: Property): string {
  return `random-${property.id}`;
}

/** A property as a case without steps: what selections, lists and summaries see of it. */
export function summaryCase(property: Property): Case {
  const { about, area, needs = [], trials } = property;
  const judgements = fc.sample(trials, { numRuns: samples, seed: 1 }).flatMap((trial) => trial.judgements);
  const clauses = [...new Set(judgements.map(({ clause }) => clause))];
  return { id: summaryId(property), title: about, area, clauses, steps: [], judgements: [], needs };
}

/** What may be found, as cases without steps: what a file of known deviations may name. */
export function findingCases({ clauses }: Contract, properties: readonly Property[]): readonly Case[] {
  const judged = [...clauses.values()].filter((clause) => !isOpen(clause));
  return properties.flatMap((property) => judged.map((clause) => findingCase(property, clause)));
}

function findingCase(property: Property, { id }: Clause): Case {
  const judgements = [{ clause: id, check: "random", steps: [] }];
  return { ...caseOf(property, findingId(id, property), { title: property.about, steps: [], judgements }) };
}

/** All that `--runs` tries of an action: what follows from its wire model, and what only the action knows. */
export async function propertiesOf(contract: Contract, action: Action): Promise<readonly Property[]> {
  const broken = brokenConstraints(contract, action);
  return [...(broken === undefined ? [] : [broken]), ...(await action.properties(contract))];
}
