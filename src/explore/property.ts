import type fc from "fast-check";
import type { Area, Capability, Judgement, Step } from "../model.ts";

/** One random case before it has a name: what is said, and which clauses judge it. Pure data. */
export interface Trial {
  /** The counterexample in words, should it be one: `KeyName with two hyphens in a row`. */
  readonly title: string;
  readonly steps: readonly Step[];
  readonly judgements: readonly Judgement[];
  /** The accepted case of the plan from which a refusal differs in one field. */
  readonly twin?: string;
}

/** A law about all values of a space. Its id is permanent: findings are kept under it. */
export interface Property {
  readonly id: string;
  /** What is tried, for the summary: `KeyNames of any printable characters`. */
  readonly about: string;
  readonly area: Area;
  readonly needs?: readonly Capability[];
  readonly trials: fc.Arbitrary<Trial>;
}

/** A property whose values are drawn by `space` and said by `toTrial`; values shrink, and with them the trial. */
export function property<T>({
  space,
  toTrial,
  ...rest
}: Omit<Property, "trials"> & {
  readonly space: fc.Arbitrary<T>;
  readonly toTrial: (value: T) => Trial;
}): Property {
  return { ...rest, trials: space.map(toTrial) };
}
