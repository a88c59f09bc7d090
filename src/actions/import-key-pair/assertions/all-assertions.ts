import type { Assertions } from "../../../emit/assertion.ts";
import { answerAssertions } from "./answer-assertions.ts";
import { descriptionAssertions } from "./description-assertions.ts";

/** The checks of ImportKeyPair as statements of a test, or why a check is none. */
export const allAssertions = {
  ...answerAssertions,
  ...descriptionAssertions,
  "one-import-wins": "it is a race, and one attempt proves nothing",
  "no-half-key": "it is a race, and one attempt proves nothing",
} as const satisfies Assertions;
