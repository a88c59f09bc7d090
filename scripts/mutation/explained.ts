import type { Explanation } from "./mutation-page.ts";

/** Survivors that were looked at, and that no test can or should see. */
export const explained: readonly Explanation[] = [];
