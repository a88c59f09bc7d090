import type { Observation } from "../model.ts";
import type { TwinOutcome } from "./judge.ts";
import { shown } from "./view.ts";

/** Whether a valid twin was accepted, from what was seen at its first step. */
export function twinOutcome([first]: readonly Observation[]): TwinOutcome {
  if (first?.kind === "output") return { accepted: true };
  return { accepted: false, why: first === undefined ? "it was not observed" : shown(first) };
}
