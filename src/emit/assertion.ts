import type { View } from "../judge/check.ts";
import type { Verdict } from "../model.ts";

/** What an assertion is made from: what the check looked at, and what it found. */
export interface Finding extends View {
  readonly verdict: Verdict;
  /** The variable that holds the answer of a step. */
  answer(step: { readonly id: string }): string;
  /** A text as an expression. */
  say(text: string): string;
}

/**
 * A check as statements of a test: `expect(…)` that fails on such an answer and passes where the check does. Undefined
 * where this finding can't be told by what a test has at hand.
 */
export type Assertion = (finding: Finding) => readonly string[] | undefined;

/** Checks as statements, by their names; a text says why a check is none. */
export type Assertions = Readonly<Record<string, Assertion | string>>;
