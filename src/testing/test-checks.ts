import { expect, test } from "vitest";
import type { allChecks } from "../actions/import-key-pair/checks/all-checks.ts";
import type { Expectation, Judged } from "../model.ts";
import { type Answered, judged } from "./observations.ts";

/** What a check says of what was seen. */
interface Row {
  readonly check: keyof typeof allChecks;
  readonly given: string;
  readonly seen: readonly Answered[];
  readonly expect?: Expectation;
  readonly clause?: string;
  readonly want: Judged;
}

/** Registers a test per row, and the law that each check among them has a row that passes and one that fails. */
export function testChecks(rows: readonly Row[]): void {
  test.for(rows)("$check: $given", ({ check, seen, expect: wanted, clause, want }) => {
    expect(judged(check, seen, { ...(wanted && { expect: wanted }), ...(clause !== undefined && { clause }) })).toEqual(
      want,
    );
  });

  test.for([...new Set(rows.map(({ check }) => check))])("%s has a row that passes and one that fails", (name) => {
    const kinds = rows.filter(({ check }) => check === name).map(({ want }) => want.kind);
    expect(kinds).toEqual(expect.arrayContaining(["pass", "fail"]));
  });
}
