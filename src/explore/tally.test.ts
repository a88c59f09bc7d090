import { expect, test } from "vitest";
import type { Verdict } from "../model.ts";
import { createTally } from "./tally.ts";

const pass: Verdict = { clause: "A", drive: "raw", verdict: "pass" };
const open: Verdict = { clause: "A", drive: "raw", verdict: "open" };
const silent: Verdict = { clause: "A", drive: "raw", verdict: "indeterminate", why: "too late" };
const blocked: Verdict = { ...silent, why: "B fails there", blockedBy: "B" };
const broken: Verdict = { clause: "A", drive: "raw", verdict: "error", why: "a bug" };

const tallyOf = (...verdicts: readonly Verdict[]) => {
  const tally = createTally();
  for (const verdict of verdicts) tally.add({ verdicts: [verdict] });
  return tally;
};

test.for<{ given: string; seen: Verdict[]; want: Verdict[] }>([
  { given: "nothing", seen: [], want: [] },
  { given: "passes", seen: [pass, pass, pass], want: [pass] },
  { given: "an open clause", seen: [open, open], want: [open] },
  { given: "a silence among passes", seen: [pass, silent, pass], want: [silent] },
  { given: "what one run could not judge and another did", seen: [blocked, pass], want: [pass] },
  { given: "what no run could judge", seen: [blocked, blocked], want: [blocked] },
  { given: "a bug of ours", seen: [pass, silent, broken, pass], want: [broken] },
  {
    given: "a layer that failed once",
    seen: [
      { ...pass, documented: "pass", observed: "pass" },
      { ...pass, documented: "fail", observed: "pass" },
      { ...pass, documented: "pass", observed: "pass" },
    ],
    want: [{ ...pass, documented: "fail", observed: "pass" }],
  },
  { given: "two drives", seen: [pass, { ...pass, drive: "sdk" }], want: [pass, { ...pass, drive: "sdk" }] },
])("$given", ({ seen, want }) => {
  expect(tallyOf(...seen).verdicts()).toEqual(want);
});

test("a clause that was dropped has no verdict, but is known to have passed", () => {
  const tally = tallyOf(pass, { ...pass, clause: "B" });
  tally.drop("A");
  expect(tally.verdicts()).toEqual([{ ...pass, clause: "B" }]);
  expect([tally.hasPassed("A"), tally.hasPassed("C")]).toEqual([true, false]);
});
