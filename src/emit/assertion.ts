import type { View } from "../judge/check.ts";
import type { Verdict } from "../model.ts";
import type { Language } from "./language.ts";

/** What an assertion is made from: what the check looked at, what it found, and the language to say it in. */
export interface Finding extends View {
  readonly verdict: Verdict;
  readonly t: Language;
}

/**
 * A check as statements of a test that fails on such an answer and passes where the check does. Undefined
 * where this finding can't be told by what a test has at hand.
 */
export type Assertion = (finding: Finding) => readonly string[] | undefined;

/** Checks as statements, by their names; a text says why a check is none. */
export type Assertions = Readonly<Record<string, Assertion | string>>;
