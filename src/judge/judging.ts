import type { Action } from "../action.ts";
import type { Layer, Observation } from "../model.ts";
import type { Contract } from "../spec/contract.ts";
import type { Target } from "../target/target.ts";
import { shown } from "./view.ts";

/** What judging needs to know beside what was seen. */
export interface Judging {
  readonly contract: Contract;
  readonly action: Action;
  readonly authority: Layer;
  readonly lacks: Target["lacks"];
}

/** Whether the case's valid twin was accepted; absent for cases that have none. */
export type TwinOutcome =
  | { readonly accepted: true }
  /** `answered`: it was refused, and did not only go unanswered. */
  | { readonly accepted: false; readonly why: string; readonly answered?: true };

/** Whether a valid twin was accepted, from what was seen at its first step. */
export function twinOutcome([first]: readonly Observation[]): TwinOutcome {
  if (first?.kind === "output") return { accepted: true };
  if (first === undefined) return { accepted: false, why: "it was not observed" };
  return { accepted: false, why: shown(first), ...(first.kind !== "unanswered" && { answered: true }) };
}
