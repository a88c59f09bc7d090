import { expect, test } from "vitest";
import { contractOf, failed, judgedCase, passed } from "../testing/nouns.ts";
import { openLedger } from "./ledger.ts";

const contract = contractOf(
  { id: "ONE1" },
  { id: "TWO2" },
  { id: "TRE3" },
  { id: "SHLD", level: "should" },
  { id: "MAY1", level: "may" },
);
const one = failed("ONE1");
const two = failed("TWO2");
const three = failed("TRE3");
const cases = [judgedCase("a", one, passed("TWO2"), two), judgedCase("b", three, { ...two, verdict: "indeterminate" })];
const ledger = (later: readonly string[] = []) => openLedger(contract, "ONE1", cases, new Set(later));

test("all failures are told with their cases, and nothing else is", () => {
  expect(ledger().failures).toEqual([
    { in: "a", verdict: one },
    { in: "a", verdict: two },
    { in: "b", verdict: three },
  ]);
});

test("a failure stands until it is explained; what did not fail never does", () => {
  const { standing, blockBy, blockers } = ledger();
  expect([one, two, passed("ONE1")].map(standing)).toEqual([true, true, false]);
  blockBy(two, "ONE1");
  expect([one, two].map(standing)).toEqual([true, false]);
  expect([...blockers]).toEqual([[two, "ONE1"]]);
});

test("the first explanation counts", () => {
  const { blockBy, blockers } = ledger();
  blockBy(three, "ONE1");
  blockBy(three, "TWO2");
  expect(blockers.get(three)).toBe("ONE1");
});

test("what did not fail is not explained", () => {
  const { blockBy, blockers } = ledger();
  blockBy(passed("TWO2"), "ONE1");
  expect(blockers.size).toBe(0);
});

test.for([
  { given: "a must by a must", blocked: "TWO2", by: "ONE1", later: [], want: true },
  { given: "a must by a should", blocked: "ONE1", by: "SHLD", later: [], want: false },
  { given: "a should by a must", blocked: "SHLD", by: "ONE1", later: [], want: true },
  { given: "a should by a may", blocked: "SHLD", by: "MAY1", later: [], want: false },
  { given: "a must by one that came later", blocked: "ONE1", by: "TWO2", later: ["TWO2"], want: false },
  { given: "one that came later by a must", blocked: "ONE1", by: "TWO2", later: ["ONE1"], want: true },
  { given: "one that came later by another", blocked: "ONE1", by: "TWO2", later: ["ONE1", "TWO2"], want: true },
  { given: "a clause by itself", blocked: "ONE1", by: "ONE1", later: [], want: false },
])("$given is explained: $want", ({ blocked, by, later, want }) => {
  const { blockBy, blockers } = ledger(later);
  const verdict = failed(blocked);
  blockBy(verdict, by);
  expect(blockers.get(verdict)).toBe(want ? by : undefined);
});

test("nothing explains what explains it, in however many steps", () => {
  const { blockBy, blockers } = ledger();
  blockBy(two, "ONE1");
  blockBy(three, "TWO2");
  blockBy(one, "TRE3");
  expect(blockers.has(one)).toBe(false);
  // Each failure of a clause may have another explanation; none of them may lead back.
  const other = failed("TRE3", { step: "other" });
  blockBy(other, "SHLD");
  blockBy(other, "ONE1");
  blockBy(failed("ONE1", { step: "other" }), "TRE3");
  expect([...blockers.values()]).toEqual(["ONE1", "TWO2", "ONE1"]);
});
