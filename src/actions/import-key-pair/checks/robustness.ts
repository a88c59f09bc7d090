import type { Check } from "../../../judge/check.ts";
import { shown } from "../../../judge/view.ts";
import type { Judged, Observation } from "../../../model.ts";

/**
 * A well-formed answer of EC2 below 500, of whatever kind. Here silence is a finding, and not a failure to observe: the
 * request was made to provoke it. It is said again then, as one connection may be cut by anybody.
 */
export const answered: Check = ({ seen: [first], all }) => {
  const expected = "a well-formed answer below 500";
  const observation = all.get("again") ?? first;
  if (first === undefined || observation === undefined) return { kind: "not-applicable" };
  if (observation.kind === "unanswered")
    return fellSilent(first) && isSilent(observation) ? fail(expected, first) : unobserved(observation);
  const { response } = observation.exchange;
  const fine = (observation.kind === "output" || observation.kind === "error") && (response?.status ?? 500) < 500;
  return fine ? { kind: "pass" } : fail(expected, observation);
};

/** After the request (first) a plain one is answered (second). Whose request silenced the target is told by name. */
export const stillLives: Check = ({ seen: [first, after], all }) => {
  const ordeal = all.get("again") ?? first;
  const expected = `200 ${after?.step.action}Response`;
  if (ordeal === undefined || after === undefined) return { kind: "not-applicable" };
  if (after.kind !== "unanswered") return after.kind === "output" ? { kind: "pass" } : fail(expected, after);
  const killed =
    first !== undefined &&
    fellSilent(first) &&
    isSilent(ordeal) &&
    after.exchange.trouble !== undefined &&
    after.exchange.trouble.kind !== "not-sent";
  return killed ? fail(`${expected} after such a request`, after) : unobserved(after);
};

/** The request was sent, and nothing came back for it. */
function fellSilent({ exchange }: Observation): boolean {
  return exchange.trouble?.kind === "timeout" || exchange.trouble?.kind === "reset";
}

/** Nothing came back, whatever became of the request. */
function isSilent({ exchange }: Observation): boolean {
  return exchange.trouble !== undefined;
}

function fail(expected: string, observation: Observation): Judged {
  return { kind: "fail", expected, actual: shown(observation) };
}

function unobserved(observation: Observation): Judged {
  return { kind: "indeterminate", why: shown(observation) };
}
