import pMap from "p-map";
import type { Action } from "../action.ts";
import { mustBeWithinLimits } from "../drive/limits.ts";
import type { Level, VerdictKind } from "../model.ts";
import { buildReport } from "../report/build-report.ts";
import { packageVersion } from "../report/package-version.ts";
import type { Report, RunFacts } from "../report/report.ts";
import { worst } from "../report/score.ts";
import { defaultRegions } from "../run.ts";
import { mustBePast } from "../spec/since.ts";
import type { Target } from "../target/target.ts";
import { undeclared } from "../target/target.ts";
import type { WrapperContract } from "./load-scenarios.ts";
import { prepareWrapper, selectScenarios, type WrapperOptions } from "./options.ts";
import { runScenario, type ScenarioResult, type ScenarioRunner } from "./run-scenario.ts";

/** How a report on a wrapper is asked for. */
export interface ConformWrapperOptions extends WrapperOptions {
  /** Scenarios at a time; one by default, as code in this process may share what it holds. */
  readonly concurrency?: number;
  /** Up to which level a failure gates; kept in the report. */
  readonly level?: Level;
  /** Clauses that came after this version of the package run and are reported, but do not gate. */
  readonly asOf?: string;
  readonly version?: string;
  readonly signal?: AbortSignal;
  readonly onCase?: (done: number, all: number, verdict: VerdictKind) => void;
}

/**
 * Puts a wrapper through the scenarios and reports: each scenario is a case.
 * @throws {UsageError} for a version to which nothing can be pinned.
 */
export async function runWrapper(
  options: ConformWrapperOptions,
  action: Action,
  contract: WrapperContract,
): Promise<Report> {
  const { name = "wrapper", network = "http", concurrency = 1, level = "must", signal, version, asOf } = options;
  mustBePast(asOf, contract, packageVersion());
  mustBeWithinLimits(options);
  const startedAt = new Date();
  const selected = selectScenarios(options, contract);
  const runner = await prepareWrapper(options, action, contract);
  const results: ScenarioResult[] = [];
  const done = await pMap(
    selected,
    async (scenario) => {
      if (signal?.aborted) return [];
      const result = await runScenario(runner, scenario);
      results.push(result);
      options.onCase?.(results.length, selected.length, worst(result.verdicts.map(({ verdict }) => verdict)));
      return [result];
    },
    { concurrency },
  );
  const cases = done.flat().map(({ outcome: _outcome, ...reported }) => reported);
  const facts: RunFacts = {
    id: runner.prefix,
    startedAt: startedAt.toISOString(),
    seconds: (Date.now() - startedAt.getTime()) / 1000,
    seed: 0,
    authority: "observed",
    level,
    ...(asOf !== undefined && { asOf }),
    drives: ["wrapper"],
    regions: defaultRegions,
    shard: null,
    requests: cases.reduce((sum, { exchanges }) => sum + exchanges.length, 0),
    partial: cases.length < selected.length,
    keys: runner.keys,
    leftovers: [],
  };
  return buildReport(contract, targetOf(name, network, version, runner), facts, cases);
}

/** A report speaks of a target: here it is the one that asks. */
function targetOf(name: string, network: string, version: string | undefined, runner: ScenarioRunner): Target {
  return {
    name,
    endpoint: new URL(`wrapper:${network}`),
    ...(version !== undefined && { version }),
    transport: () => Promise.reject(new Error("a wrapper answers nothing")),
    lacks: { ...undeclared, ...runner.lacks },
    credentials: {},
    close: async () => undefined,
  };
}
