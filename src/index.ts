import { defaultAction } from "./actions/actions.ts";
import type { Case } from "./model.ts";
import { type ConformanceOptions, completeOptions } from "./options.ts";
import { plan as planCases } from "./plan/plan.ts";
import type { Report } from "./report/report.ts";
import { runConformance } from "./run.ts";
import type { Contract } from "./spec/contract.ts";
import { loadContract as load } from "./spec/load-contract.ts";
import { errorStub, type StubError, type StubInput, type StubOutput, successStub } from "./stubs/stubs.ts";
import { stubProblems } from "./stubs/validate-stub.ts";
import { type ConformWrapperOptions, runWrapper } from "./wrapper/conform-wrapper.ts";
import { loadScenarios } from "./wrapper/load-scenarios.ts";

export { SpecError, UsageError } from "./errors.ts";
export { createMock, type Mock, type MockOptions } from "./mock/create-mock.ts";
export type { Case, CaseResult, Clause, Disagreement, Exchange, Transport, Verdict, VerdictKind } from "./model.ts";
export type { ConformanceOptions } from "./options.ts";
export { exitCodeOf } from "./report/exit-code.ts";
export type { Report, ReportedCase, ReportedClause, Score } from "./report/report.ts";
export type { Reporter, ReporterContext } from "./report/reporter.ts";
export { reporters } from "./report/reporters.ts";
export type { Contract, Source } from "./spec/contract.ts";
export type { StubError, StubInput, StubOutput } from "./stubs/stubs.ts";
export { type ListedTarget, listTargets as targets } from "./target/list-targets.ts";
export type { Profile } from "./target/profile.ts";
export type { ConformWrapperOptions } from "./wrapper/conform-wrapper.ts";
export type { WrapperInput } from "./wrapper/draw-scenario.ts";
export type { WrapperOptions } from "./wrapper/options.ts";
export type { WrapperLacks, WrapperPolicy } from "./wrapper/policy.ts";
export type { WrapperResult } from "./wrapper/read-result.ts";
export { type MutationScore, mutationScore } from "./wrapper/recorded-lines.ts";
export type { Wrapper, WrapperTarget } from "./wrapper/run-scenario.ts";

/**
 * The contract of ImportKeyPair.
 * @param dir another contract directory than the one that ships with the package.
 * @throws {SpecError} naming file, line and field.
 */
export function loadContract(dir?: string): Contract {
  return load(defaultAction().files, dir);
}

/** All cases of a contract, as plain data. */
export function plan(contract: Contract, seed?: number): readonly Case[] {
  return planCases(contract, defaultAction(), seed);
}

/**
 * Runs the suite against a target and reports.
 * @throws {UsageError} for a target that is none, and for a selection that matches nothing.
 */
export async function conform(options: ConformanceOptions = {}): Promise<Report> {
  const complete = await completeOptions(options);
  try {
    return await runConformance(complete);
  } finally {
    await complete.target.close();
  }
}

/**
 * Puts code that imports key pairs through the scenarios and reports: each scenario is a case. The code runs unchanged,
 * with its own client; below it is a network that answers as EC2 may.
 * @throws {UsageError} for a network that there is not, and for a selection that matches nothing.
 */
export async function conformWrapper(options: ConformWrapperOptions): Promise<Report> {
  const action = defaultAction();
  return runWrapper(options, action, loadScenarios(loadContract()));
}

/**
 * Why AWS can't answer an import so, a sentence each; empty where it can. A stub is what a double of the SDK's client
 * gives back: an output, or an error.
 */
export function validateStub(stub: unknown): readonly string[] {
  return stubProblems(loadContract(), stub);
}

/** Stubs that AWS could answer: for aws-sdk-client-mock, sinon, jest and vitest. */
export const stubs = {
  success: (input: StubInput): StubOutput => successStub(input),
  error: (code: string, message?: string): StubError => errorStub(loadContract(), code, message),
} as const;
