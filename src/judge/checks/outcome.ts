import type { BoundInput, Finding, Observation, Output, Refusal } from "../../model.ts";
import type { Check } from "../check.ts";
import { judgeEach, shown } from "../view.ts";

/** The request is accepted: status 200 and the answer of its own action; where the clause wants it, echoed as sent. */
export const accepted: Check = ({ seen, expect }) =>
  judgeEach(seen, (observation) => {
    if (observation.kind !== "output" || observation.exchange.response?.status !== 200) {
      return { expected: `200 ${observation.step.action}Response`, actual: shown(observation) };
    }
    return (expect.echoed && findChanged(observation.sent, observation.output)) || "pass";
  });

/** The first text of the request that the answer repeats otherwise. */
function findChanged(sent: BoundInput, output: Output): Finding | undefined {
  for (const [member, value] of Object.entries(sent)) {
    const echo = output[member];
    if (typeof value === "string" && echo !== undefined && echo !== value) {
      return { expected: `${member} ${JSON.stringify(value)}`, actual: `${member} ${JSON.stringify(echo)}` };
    }
  }
  return undefined;
}

/** The request is refused, with the status and one of the codes that the clause names. */
export const refused: Check = ({ seen, expect }) =>
  judgeEach(seen, (observation) =>
    isRefusal(observation, expect.refused)
      ? "pass"
      : { expected: refusalLine(expect.refused), actual: shown(observation) },
  );

function isRefusal(observation: Observation, refusal: Refusal | undefined): boolean {
  if (observation.kind !== "error" || refusal === undefined) return false;
  return observation.exchange.response?.status === refusal.status && refusal.codes.includes(observation.code);
}

function refusalLine(refusal: Refusal | undefined): string {
  return refusal === undefined ? "a refusal" : `${refusal.status} ${refusal.codes.join(" or ")}`;
}
