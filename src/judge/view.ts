import type { Finding, Judged, Observation } from "../model.ts";
import { describe } from "../wire/observe.ts";

/** What an observation shows, in a line, for the `actual` of a finding. */
export function shown(observation: Observation): string {
  switch (observation.kind) {
    case "output":
      return `${observation.exchange.response?.status} ${observation.document.name}`;
    case "error":
      return `${observation.exchange.response?.status} ${observation.spelled}: ${observation.message}`;
    default:
      return observation.why;
  }
}

/** The answer as it was on the wire, in a line. */
export function wireLine(observation: Observation): string {
  const { response } = observation.exchange;
  return response === undefined ? shown(observation) : describe(response);
}

/**
 * Judges observation by observation: the first finding fails, nothing to look at is not applicable. An observation
 * that never came can't be judged.
 */
export function judgeEach(
  seen: readonly Observation[],
  look: (observation: Observation) => Finding | "pass" | "not-applicable",
): Judged {
  let judged: Judged = { kind: "not-applicable" };
  for (const observation of seen) {
    if (observation.kind === "unanswered") {
      if (judged.kind === "not-applicable") judged = { kind: "indeterminate", why: observation.why };
      continue;
    }
    const found = look(observation);
    if (typeof found === "object") return { kind: "fail", ...found, step: observation.step.id };
    if (found === "pass") judged = { kind: "pass" };
  }
  return judged;
}
