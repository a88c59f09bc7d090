import type { Action } from "../action.ts";
import type { Case, Input } from "../model.ts";
import { twinId } from "../plan/single-request-case.ts";

/** The tags of what can have no name: what made it, and when it is of no more use to anybody. */
export const runTag = "ec2-contract:run";
const expiryTag = "ec2-contract:expires";

/** How long the things of a run may be wanted, milliseconds. */
const lifetime = 24 * 60 * 60 * 1000;

/**
 * The case with tags on all that can have no name, as nothing else would tell whose it is. What has a name is found by
 * that, and is asked for as the plan says: tags are under contract themselves. The twin then is the one that has tags.
 */
export function withRunTags(action: Action, planned: Case, startedAt: Date): Case {
  if (!planned.nameless) return planned;
  const tags: Input = action.tagged([
    [runTag, "{name}"],
    [expiryTag, new Date(startedAt.getTime() + lifetime).toISOString()],
  ]);
  const steps = planned.steps.map((step) =>
    step.action === action.cleanup.creates && !Object.keys(tags).some((field) => field in step.input)
      ? { ...step, input: { ...step.input, ...tags } }
      : step,
  );
  return { ...planned, steps, ...(planned.twin !== undefined && { twin: twinId(action, true) }) };
}
