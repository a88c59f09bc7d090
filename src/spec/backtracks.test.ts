import { expect, test } from "vitest";
import { backtracks } from "./backtracks.ts";

test.for<{ pattern: string; want: boolean }>([
  { pattern: "^[\\x00-\\x7F]*$", want: false },
  { pattern: "^(?!aws:)", want: false },
  { pattern: "^(?! )(?:.* )?x$", want: false },
  { pattern: "a*a*a*$", want: false },
  { pattern: "", want: false },
  { pattern: "(a+)+$", want: true },
  { pattern: "(a|a)*$", want: true },
  { pattern: "(ab|ab)*$", want: true },
  { pattern: "^(\\w+\\s?)*$", want: true },
])("$pattern backtracks without end: $want", ({ pattern, want }) => {
  // What would take for ever is not done sooner or later: only the honest ones need their time.
  expect(backtracks(pattern, "u", want ? 50 : undefined)).toBe(want);
});
