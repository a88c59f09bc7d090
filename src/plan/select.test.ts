import { expect, test } from "vitest";
import { importKeyPair } from "../actions/import-key-pair/import-key-pair.ts";
import { UsageError } from "../errors.ts";
import { scopedClauses } from "../judge/scoped-clauses.ts";
import { contract } from "../testing/observations.ts";
import { plan } from "./plan.ts";
import { type Selection, select } from "./select.ts";

const cases = plan(contract, importKeyPair);
const selected = (only: readonly string[], skip: readonly string[] = []) => select(contract, cases, { only, skip });
const ids = (only: readonly string[], skip: readonly string[] = []) => selected(only, skip).cases.map(({ id }) => id);

test.for([
  { only: [], skip: [], want: cases.map(({ id }) => id) },
  { only: ["B2MR-255"], skip: [], want: ["B2MR-255"] },
  { only: ["B2MR"], skip: [], want: ["B2MR-255", "B2MR-256", "B2MR-1020"] },
  { only: ["B2MR-25*"], skip: [], want: ["B2MR-255", "B2MR-256"] },
  { only: ["B2MR-{255,1020}"], skip: [], want: ["B2MR-255", "B2MR-1020"] },
  { only: ["B2MR"], skip: ["B2MR-255"], want: ["B2MR-256", "B2MR-1020"] },
  { only: ["B2MR", "Q7UC"], skip: [], want: ["Q7UC-absent", "B2MR-255", "B2MR-256", "B2MR-1020"] },
  { only: ["dry-run"], skip: ["X4B6-*", "T8CH", "F7NH", "D6RD", "D7KN", "D8RD"], want: ["A8AG-import", "B4QD-dry"] },
])("--only $only --skip $skip", ({ only, skip, want }) => {
  expect(ids(only, skip).sort()).toEqual([...want].sort());
});

test("a clause that holds for every exchange selects all cases, but only its own verdicts", () => {
  const { cases: all, wanted } = selected(["F8AB"]);
  expect(all.length).toBe(cases.length);
  expect([wanted("B2MR-255", "F8AB"), wanted("B2MR-255", "B2MR")]).toEqual([true, false]);
});

test("an area counts the verdicts of its clauses, in whatever case", () => {
  const { wanted } = selected(["fingerprint"]);
  expect([wanted("B6BZ-rsa-2048", "X6B3"), wanted("B6BZ-rsa-2048", "B6BZ")]).toEqual([true, false]);
});

test("a case counts with all that it judges", () => {
  const { wanted } = selected(["B6BZ-rsa-2048"]);
  expect([wanted("B6BZ-rsa-2048", "X6B3"), wanted("B6BZ-rsa-2048", "B6BZ"), wanted("B2MR-255", "B2MR")]).toEqual([
    true,
    true,
    false,
  ]);
});

test.for([
  { only: ["Q7UX"], skip: [], want: "Failed to select Q7UX" },
  { only: ["q7uc"], skip: [], want: "Failed to select q7uc" },
  { only: ["Q7UC", "nope-*"], skip: [], want: "Failed to select nope-*" },
  { only: [], skip: ["nothing"], want: "Failed to select nothing" },
  { only: ["Q7UC"], skip: ["Q7UC"], want: "none is left to run" },
  { only: [], skip: ["*"], want: "none is left to run" },
  { only: ["*".repeat(70_000)], skip: [], want: "it has 70000 characters, and at most 1000 are read" },
  { only: [], skip: ["*a*a*a*a*a*a*a*b"], want: "it backtracks without end" },
])("--only $only --skip $skip is a usage error", ({ only, skip, want }) => {
  // Once: to see that a pattern backtracks takes seconds.
  const message = (): string => {
    try {
      return `it selects ${selected(only, skip).cases.length} cases`;
    } catch (cause) {
      return cause instanceof UsageError ? cause.message : `it is no usage error: ${cause}`;
    }
  };
  expect(message()).toContain(want);
});

test.for<Selection>([
  { only: ["tags"], skip: [] },
  { only: [], skip: ["protocol", "errors"] },
  { only: ["X6B3", "lifecycle"], skip: ["*-life"] },
])("law: a selected case has a verdict that counts, and no other case has ($only, $skip)", (selection) => {
  const { cases: chosen, wanted } = select(contract, cases, selection);
  const isChosen = new Set(chosen.map(({ id }) => id));
  for (const planned of cases) {
    const judged = [...planned.clauses, ...scopedClauses(contract, planned).map(({ id }) => id)];
    expect(judged.some((clause) => wanted(planned.id, clause))).toBe(isChosen.has(planned.id));
  }
});

test.for([1, 2, 3, 7])("law: %i shards are the whole, each case in one of them", (of) => {
  const parts = Array.from({ length: of }, (_, place) =>
    select(contract, cases, { only: ["tags"], skip: [], shard: { index: place + 1, of } }).cases.map(({ id }) => id),
  );
  expect(parts.flat().sort()).toEqual(ids(["tags"]).sort());
});

test("a shard of nothing is a usage error", () => {
  const given = { only: ["B2MR"], skip: [], shard: { index: 9, of: 9 } };
  expect(() => select(contract, cases, given)).toThrow("Failed to run shard 9/9: there are only 3 cases");
});
