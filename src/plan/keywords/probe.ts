import type { Action } from "../../action.ts";
import type { Value, Wire } from "../../model.ts";
import type { Contract } from "../../spec/contract.ts";
import type { ConstraintSite } from "../constraint-sites.ts";

/** What a keyword makes of a constraint: one value to try, and what must become of it. */
export interface Probe {
  readonly slug: string;
  readonly title: string;
  /** At the site's path; `undefined` leaves the field out. */
  readonly value: Value | undefined;
  /** `disputed`: AWS's documents disagree on it, so it runs and judges nothing. */
  readonly outcome: "accepted" | "refused" | "disputed";
  readonly wire?: Wire;
}

export interface KeywordContext {
  readonly action: Action;
  readonly contract: Contract;
  readonly site: ConstraintSite;
  /** The field in words: `KeyName`, `TagSpecifications.Tags.Key`. */
  readonly field: string;
}

/** One generic generator a keyword: it knows the keyword, and nothing of the action. */
export type KeywordGenerator = (context: KeywordContext) => readonly Probe[];
