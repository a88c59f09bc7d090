import type { Observation, Refusal } from "../../model.ts";
import type { Check } from "../check.ts";
import { isOfStatus } from "../is-of-status.ts";
import { judgeEach, shown } from "../view.ts";

/** The request is accepted: status 200 and the answer of its own action. */
export const accepted: Check = ({ seen }) =>
  judgeEach(seen, (observation) =>
    observation.kind === "output" && observation.exchange.response?.status === 200
      ? "pass"
      : { expected: `200 ${observation.step.action}Response`, actual: shown(observation) },
  );

/** The request is refused, with the status and one of the codes that the clause names. */
export const refused: Check = ({ seen, expect }) =>
  judgeEach(seen, (observation) =>
    isRefusal(observation, expect.refused)
      ? "pass"
      : { expected: refusalLine(expect.refused), actual: shown(observation) },
  );

function isRefusal(observation: Observation, refusal: Refusal | undefined): boolean {
  if (observation.kind !== "error" || refusal === undefined) return false;
  return isOfStatus(observation.exchange.response?.status, refusal.status) && refusal.codes.includes(observation.code);
}

function refusalLine(refusal: Refusal | undefined): string {
  return refusal === undefined ? "a refusal" : `${refusal.status} ${refusal.codes.join(" or ")}`;
}
