import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { allChecks } from "../actions/import-key-pair/checks/all-checks.ts";
import type { protocolChecks } from "../judge/checks/protocol-checks.ts";
import type { Expectation, Judged } from "../model.ts";
import { type Answered, judged } from "./observations.ts";

/** What a check says of what was seen. */
interface Row {
  readonly check: keyof typeof allChecks | keyof typeof protocolChecks;
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

/** The same for checks of every exchange, and the law that the first answer that is wrong is told. */
export function testExchangeChecks(rows: readonly Row[]): void {
  testChecks(rows);

  const silent: Answered = { trouble: { kind: "timeout", why: "too late" } };
  const wrong = rows.filter(({ want, seen }) => want.kind === "fail" && seen.length === 1);
  test.for(wrong)("$check: $given, whatever comes behind it", ({ check, seen, expect: wanted, want }) => {
    expect(judged(check, [silent, ...seen, {}], wanted && { expect: wanted })).toEqual(want);
  });
}

/** The names of the checks that the tables in a folder have rows for. */
export function checksWithRows(folder: URL): readonly string[] {
  const tables = readdirSync(folder).filter((file) => file.endsWith(".test.ts"));
  const texts = tables.map((file) => readFileSync(new URL(file, folder), "utf8")).join("");
  return [...new Set([...texts.matchAll(/check: "([\w-]+)"/g)].map(([, name = ""]) => name))].toSorted();
}
