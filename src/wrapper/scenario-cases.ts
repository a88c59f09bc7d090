import type { Case } from "../model.ts";
import type { WrapperContract } from "./load-scenarios.ts";

/** Scenarios as the cases of a plan, for what speaks of cases: known deviations, lists. */
export function scenarioCases({ scenarios, always }: WrapperContract): readonly Case[] {
  return scenarios.map(({ id, title, area, judges }) => {
    const judgements = Object.entries({ ...judges, ...always }).map(([clause, check]) => ({
      clause,
      check,
      steps: [],
    }));
    const clauses = judgements.map(({ clause }) => clause);
    return { id, title, area, clauses, steps: [], judgements, needs: [] };
  });
}
