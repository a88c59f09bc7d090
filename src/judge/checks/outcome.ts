import type { Observation, Refusal } from "../../model.ts";
import type { Contract } from "../../spec/contract.ts";
import type { Check } from "../check.ts";
import { judgeEach, shown } from "../view.ts";
import { isOfStatus } from "./error-answer.ts";

/** The request is accepted: a success, whatever else is wrong with the answer's form. */
export const accepted: Check = ({ seen }) =>
  judgeEach(seen, (observation) =>
    observation.kind === "output"
      ? "pass"
      : { expected: `200 ${observation.step.action}Response`, actual: shown(observation) },
  );

/**
 * The request is refused with one of the codes that the clause names. The status belongs to the code, and is judged
 * with it by a clause of its own; here only where nobody recorded which status the code has.
 */
export const refused: Check = ({ seen, expect, contract }) =>
  judgeEach(seen, (observation) =>
    isRefusal(contract, observation, expect.refused)
      ? "pass"
      : { expected: refusalLine(expect.refused), actual: shown(observation) },
  );

function isRefusal({ errors }: Contract, observation: Observation, refusal: Refusal | undefined): boolean {
  if (observation.kind !== "error" || refusal === undefined) return false;
  const { code, exchange } = observation;
  const isKnown = Object.hasOwn(errors, code) && errors[code] !== null;
  return refusal.codes.includes(code) && (isKnown || isOfStatus(exchange.response?.status, refusal.status));
}

function refusalLine(refusal: Refusal | undefined): string {
  return refusal === undefined ? "a refusal" : `${refusal.status} ${refusal.codes.join(" or ")}`;
}
