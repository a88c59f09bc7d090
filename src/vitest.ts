import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { defaultAction } from "./actions/actions.ts";
import { conform, createCaseRunner } from "./conform.ts";
import { sweepRun } from "./drive/cleanup/sweep-run.ts";
import { UsageError } from "./errors.ts";
import { settle } from "./judge/settle.ts";
import type { KnownDeviation } from "./known/read-known.ts";
import type { Area, Case, CaseResult, Clause, Verdict } from "./model.ts";
import { type ConformanceOptions, completeOptions, defaults } from "./options.ts";
import { plan } from "./plan/plan.ts";
import { select } from "./plan/select.ts";
import { namedManifest } from "./recordings/read-recording.ts";
import { oneLine } from "./report/escape.ts";
import { gates } from "./report/gating.ts";
import { leftoversNotice } from "./report/leftovers.ts";
import { packageVersion } from "./report/package-version.ts";
import { type PreparedRun, prepareRun } from "./run.ts";
import type { Contract } from "./spec/contract.ts";
import { loadContract } from "./spec/load-contract.ts";
import { mustBePast } from "./spec/since.ts";
import { stubProblems } from "./stubs/validate-stub.ts";
import { loadScenarios } from "./wrapper/load-scenarios.ts";
import { prepareWrapper, selectScenarios, type WrapperOptions } from "./wrapper/options.ts";
import { runScenario, type ScenarioRunner } from "./wrapper/run-scenario.ts";

declare module "vitest" {
  // The parameters must be those of the interface that is added to.
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> {
    /** It is something that AWS could answer: an output of the action, or an error. */
    toConformTo(action: T extends never ? never : "ImportKeyPair"): R;
  }
}

expect.extend({
  toConformTo(stub: unknown, action: string) {
    const known = defaultAction();
    if (action !== known.name)
      throw new UsageError(`Failed to judge a stub of ${action}: only ${known.name} is under contract. Name that.`);
    const problems = stubProblems(loadContract(known.files), stub);
    return {
      pass: problems.length === 0,
      message: () =>
        problems.length === 0
          ? `expected it not to conform to ${action}`
          : `AWS can't answer so to ${action}:\n${problems.map((problem) => `- ${problem}`).join("\n")}`,
    };
  },
});

/** How a suite is asked for. */
export interface ConformanceSuiteOptions extends Omit<ConformanceOptions, "bail" | "onCase" | "signal" | "replay"> {
  /** Deviations that are known: their cases must deviate, exactly so. */
  readonly known?: readonly Pick<KnownDeviation, "clause" | "case" | "flaky">[];
}

/**
 * Registers one test for each case in the caller's own vitest, grouped by area. Nothing is sent before the tests run;
 * what a case makes is deleted after it, and what is left is swept at the end.
 * @throws {UsageError} for a selection that matches nothing. @throws {SpecError} when the contract can't be loaded.
 */
export function conformanceSuite(options: ConformanceSuiteOptions): void {
  const action = defaultAction();
  const contract = options.contract ?? loadContract(action.files);
  const cases = plan(contract, action, options.seed ?? namedManifest(options.target)?.seed ?? defaults.seed);
  const { cases: selected } = select(contract, cases, { only: options.only ?? [], skip: options.skip ?? [] });
  const gating = gatingOf(options, contract);

  let prepared: PreparedRun | undefined;
  let run: ((planned: Case) => Promise<CaseResult>) | undefined;
  let close = async (): Promise<void> => undefined;

  describe(`${action.name} conforms`, () => {
    beforeAll(async () => {
      const complete = await completeOptions({ ...options, contract });
      close = () => complete.target.close();
      prepared = await prepareRun(complete);
      run = await createCaseRunner(prepared);
    });
    afterAll(async () => {
      try {
        const left = prepared === undefined ? "" : leftoversNotice(await sweepRun(prepared));
        if (left !== "") throw new Error(left);
      } finally {
        await close();
      }
    });
    for (const [area, ofArea] of Map.groupBy(selected, (planned): Area => planned.area)) {
      describe(area, () => {
        for (const planned of ofArea) {
          test(`${planned.title} [${planned.id}]`, async (context) => {
            if (run === undefined) throw new Error("the run was not prepared");
            const [{ verdicts } = { verdicts: [] }] = settle(
              contract,
              action.accepts,
              [{ ...planned, verdicts: (await run(planned)).verdicts }],
              options.asOf,
            );
            const judged = verdicts.filter(({ clause }) => gating(contract.clauses.get(clause)));
            const skipped = judged.find(({ verdict }) => verdict === "skip");
            if (skipped !== undefined && judged.every(({ verdict }) => verdict === "skip")) context.skip(skipped.why);
            const found = deviations(judged, planned.id, options.known ?? []);
            // The message as well, as most reporters of vitest show no diff.
            expect(found, found.join("\n")).toEqual([]);
          });
        }
      });
    }
    if (options.runs !== undefined && options.runs !== 0) {
      test("what is tried at random holds", { timeout: 0 }, async () => {
        if (prepared === undefined) throw new Error("the run was not prepared");
        const found: string[] = [];
        const random = { ...prepared, selected: { ...prepared.selected, cases: [] } };
        for await (const { case: tried, verdicts } of conform(random)) {
          const judged = verdicts.filter(({ clause }) => gating(contract.clauses.get(clause)));
          found.push(...deviations(judged, tried.id, options.known ?? []).map((words) => `${tried.title}: ${words}`));
        }
        expect(found, found.join("\n")).toEqual([]);
      });
    }
  });
}

/** How a suite for a wrapper is asked for. */
export interface WrapperSuiteOptions
  extends WrapperOptions,
    Pick<ConformanceSuiteOptions, "level" | "asOf" | "known"> {}

/**
 * Registers one test for each scenario in the caller's own vitest. Nothing is done before the tests run.
 * @throws {UsageError} for a selection that matches nothing. @throws {SpecError} when the scenarios can't be loaded.
 */
export function wrapperSuite(options: WrapperSuiteOptions): void {
  const action = defaultAction();
  const contract = loadScenarios(loadContract(action.files));
  const gating = gatingOf(options, contract);
  const { timeout = 5_000, name = "wrapper", known = [] } = options;
  let runner: ScenarioRunner | undefined;

  describe(`${name} survives`, () => {
    beforeAll(async () => {
      runner = await prepareWrapper(options, action, contract);
    });
    for (const scenario of selectScenarios(options, contract)) {
      // Twice the limit, as the first scenario that needs to know what is usual runs a plain import before.
      test(`${scenario.title} [${scenario.id}]`, { timeout: 2 * timeout + 5_000 }, async (context) => {
        if (runner === undefined) throw new Error("the run was not prepared");
        const { verdicts } = await runScenario(runner, scenario);
        const judged = verdicts.filter(({ clause }) => gating(contract.clauses.get(clause)));
        const notJudged = verdicts.find(({ clause }) => clause in scenario.judges);
        if (notJudged?.verdict === "skip") context.skip(notJudged.why);
        const found = deviations(judged, scenario.id, known);
        expect(found, found.join("\n")).toEqual([]);
        // Older versions of vitest have no annotations.
        if (notJudged?.verdict === "open" && "annotate" in context)
          await context.annotate(oneLine(notJudged.why ?? ""), "open");
      });
    }
  });
}

/**
 * Whether a clause can fail a test: up to the level, and up to the version that gate.
 * @throws {UsageError} for a version to which nothing can be pinned.
 */
function gatingOf(
  { level = defaults.level, asOf }: Pick<ConformanceSuiteOptions, "level" | "asOf">,
  contract: Contract,
): (clause: Clause | undefined) => boolean {
  mustBePast(asOf, contract, packageVersion());
  return (clause) => clause !== undefined && gates(clause, { level, ...(asOf !== undefined && { asOf }) });
}

/** What is wrong with a case, a line each: failures that are not known, and known ones that did not come. */
function deviations(
  verdicts: readonly Verdict[],
  caseId: string,
  known: NonNullable<ConformanceSuiteOptions["known"]>,
): string[] {
  const isKnown = (clause: string): boolean =>
    known.some(
      (entry) => entry.clause === clause && (entry.case === undefined || [entry.case].flat().includes(caseId)),
    );
  const isFlaky = (clause: string): boolean => known.some((entry) => entry.clause === clause && entry.flaky === true);
  const troubles = verdicts.filter(
    ({ verdict, clause, blockedBy }) =>
      ["fail", "error", "indeterminate"].includes(verdict) &&
      blockedBy === undefined &&
      !(verdict === "fail" && isKnown(clause)),
  );
  const failed = new Set(verdicts.filter(({ verdict }) => verdict === "fail").map(({ clause }) => clause));
  const passing = new Set(verdicts.filter(({ verdict }) => verdict === "pass").map(({ clause }) => clause));
  const unexpected = [...passing].filter((clause) => isKnown(clause) && !isFlaky(clause) && !failed.has(clause));
  return [...troubles.map(line), ...unexpected.map((clause) => `${clause}: it is a known deviation, and passes now`)];
}

function line({ clause, drive, verdict, expected, actual, why }: Verdict): string {
  return verdict === "fail"
    ? `${clause} (${drive}): expected ${oneLine(expected ?? "")}, was ${oneLine(actual ?? "")}`
    : `${clause} (${drive}): ${verdict}: ${oneLine(why ?? "")}`;
}
