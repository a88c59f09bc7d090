import type { Case, Judgement, Step } from "../model.ts";

/** A step of an import, as far as a test cares. */
export function stepOf(parts: Partial<Step> = {}): Step {
  return { id: "request", action: "ImportKeyPair", input: { KeyName: "{name}" }, ...parts };
}

/** A case of these steps that makes these judgements on them. */
export function plannedCase(
  steps: readonly Partial<Step>[],
  judgements: readonly Partial<Judgement>[] = [],
  parts: Partial<Case> = {},
): Case {
  const whole = judgements.map((one): Judgement => ({ clause: "AAAA", check: "accepted", steps: ["request"], ...one }));
  return {
    id: "AAAA-x",
    title: "t",
    area: "name",
    clauses: ["AAAA"],
    steps: steps.map(stepOf),
    judgements: whole,
    needs: [],
    ...parts,
  };
}
