import type { Observation } from "../model.ts";
import type { TwinOutcome } from "./judging.ts";
import { shown } from "./view.ts";

/** Whether a valid twin was accepted, from what was seen at its first step. */
export function twinOutcome([first]: readonly Observation[]): TwinOutcome {
  if (first?.kind === "output") return { accepted: true };
  if (first === undefined) return { accepted: false, why: "it was not observed" };
  return { accepted: false, why: shown(first), ...(first.kind !== "unanswered" && { answered: true }) };
}
