import { errorChecks } from "./errors.ts";
import { outcomeChecks } from "./outcomes.ts";
import { policyChecks } from "./policies.ts";
import { sentChecks } from "./sent.ts";
import type { ScenarioCheck } from "./view.ts";

/** What judges scenarios, by the name that `spec/` gives it. */
export const checks: Readonly<Record<string, ScenarioCheck>> = {
  ...sentChecks,
  ...outcomeChecks,
  ...errorChecks,
  ...policyChecks,
};

/** Checks that look at what was sent: they judge also what was cut off. */
export const looksAtSent: ReadonlySet<string> = new Set([
  ...Object.keys(sentChecks),
  "bounded",
  "not-resent",
  "returns-in-time",
]);
