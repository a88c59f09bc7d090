import type { Case, Step } from "../model.ts";

/** What the contract wants to become of a request that makes something. */
export type Expected = "made" | "refused" | "unknown";

/** What is to become of a step, as the case's own judgements say. Pure. */
export function expectedOf({ judgements }: Pick<Case, "judgements">, step: Step): Expected {
  if (step.input["DryRun"] === true) return "refused";
  const checks = judgements.filter(({ steps }) => steps.includes(step.id)).map(({ check }) => check);
  if (checks.includes("refused")) return "refused";
  return step.setup || checks.includes("accepted") ? "made" : "unknown";
}
