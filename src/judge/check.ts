import type { Clause, Expectation, Judged, Observation } from "../model.ts";
import type { Contract } from "../spec/contract.ts";

/** What a check may look at. */
export interface View {
  readonly contract: Contract;
  readonly clause: Clause;
  /** What the layer that is being judged wants to see. */
  readonly expect: Expectation;
  /** The observations that the judgement is about, in order. */
  readonly seen: readonly Observation[];
  /** Every observation of the case by step id, for checks that compare with another step. */
  readonly all: ReadonlyMap<string, Observation>;
}

/** Judges one clause. Pure; a check that throws is a bug of the harness and becomes the verdict `error`. */
export type Check = (view: View) => Judged;
