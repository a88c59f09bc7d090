import type { Area } from "../model.ts";
import type { FaultSign } from "./sign.ts";

/** A known way to disobey a contract, as far as it is told to people. */
export interface FaultFacts {
  /** Kebab-case, permanent, says the bug. */
  readonly id: string;
  readonly summary: string;
  readonly area: Area;
  /** The clause that it disobeys. */
  readonly clause: string;
  /** What to change, where the sentence of its clause does not say it. */
  readonly remedy?: string;
  /** Targets that have it break by it in different cases: where one of them does not, nothing is contradicted. */
  readonly varies?: true;
  /** The emulator that really has, or had, this bug. */
  readonly bug?: { readonly emulator: string; readonly link?: string };
}

/** What an action knows of its faults: what they are, and what each was measured to turn red, by its id. */
export interface Diagnostics {
  readonly faults: readonly FaultFacts[];
  readonly signatures: ReadonlyMap<string, readonly FaultSign[]>;
}

/** One cause of what is red in a run. */
export interface Cause {
  /**
   * Faults of the reference emulator. The first fits best; where there are more, this run does not tell which of them it
   * is.
   */
  readonly faults: readonly string[];
  /** What the target does. */
  readonly title: string;
  /** What AWS does. */
  readonly advice: string;
  /** The clauses that it turns red, those that are blocked by others aside. */
  readonly clauses: readonly string[];
  /** In how many cases. */
  readonly cases: number;
  /** The emulator that had the same bug, and where that can be read. */
  readonly knownFrom?: { readonly emulator: string; readonly link?: string };
}

/** What failed and no known fault explains. */
export interface Unexplained {
  readonly clause: string;
  readonly cases: readonly string[];
}

/** The causes of what is red in a run, those that explain most first, and what is left over. */
export interface Diagnosis {
  readonly causes: readonly Cause[];
  readonly unexplained: readonly Unexplained[];
}
