import { describe, expect, test } from "vitest";
import { faultyTarget, runOptions } from "../../scripts/measure-kills.ts";
import { conform } from "../../src/conform.ts";
import { areas, type CaseResult } from "../../src/model.ts";
import { prepareRun } from "../../src/run.ts";
import { isOpen } from "../../src/spec/grounds.ts";
import { clauses, contract, judgedClauses } from "./contract.ts";

const options = runOptions(contract, faultyTarget(contract, []), { drives: ["raw", "sdk"] });
const results: CaseResult[] = [];
for await (const result of conform(await prepareRun(options))) results.push(result);
const verdicts = results.flatMap((result) => result.verdicts.map((verdict) => ({ case: result.case.id, ...verdict })));

describe("the reference emulator", () => {
  test("passes whatever is judged: nothing fails, is skipped, or could not be observed", () => {
    expect(verdicts.filter(({ verdict }) => verdict !== "pass" && verdict !== "open")).toEqual([]);
  });

  test("passes every clause that can fail", () => {
    const passed = new Set(verdicts.flatMap(({ clause, verdict }) => (verdict === "pass" ? [clause] : [])));
    expect(judgedClauses.filter(({ id }) => !passed.has(id))).toEqual([]);
  });

  test("is asked about every open clause, which judges nobody", () => {
    const open = new Set(verdicts.flatMap(({ clause, verdict }) => (verdict === "open" ? [clause] : [])));
    expect(clauses.filter((clause) => isOpen(clause) && !open.has(clause.id))).toEqual([]);
  });

  test("is judged by both drives wherever both can say the case", () => {
    const saidBy = (drive: string): number =>
      new Set(verdicts.flatMap((one) => (one.drive === drive ? one.case : []))).size;
    expect(saidBy("raw")).toBe(results.length);
    expect(saidBy("sdk")).toBeGreaterThan(results.length * 0.7);
  });

  test("is read alike by the raw drive and the SDK", () => {
    expect(results.flatMap(({ disagreements }) => disagreements)).toEqual([]);
  });
});

describe("the suite", () => {
  test("is as large as it claims to be", () => {
    const perType = results.filter(({ case: { id } }) => id.startsWith("B6JX-"));
    expect(judgedClauses.length).toBeGreaterThanOrEqual(90);
    expect(results.length).toBeGreaterThanOrEqual(250);
    expect(results.length - perType.length).toBeGreaterThanOrEqual(130);
  });

  test("speaks about every area", () => {
    expect(new Set(judgedClauses.map(({ area }) => area))).toEqual(new Set(areas));
    expect(new Set(results.map((result) => result.case.area))).toEqual(new Set(areas));
  });
});
