import type { Action } from "../src/action.ts";
import type { KeyPairFault } from "../src/actions/import-key-pair/faults/key-pair-fault.ts";
import { importKeyPair } from "../src/actions/import-key-pair/import-key-pair.ts";
import { conform } from "../src/conform.ts";
import { settle } from "../src/judge/settle.ts";
import { createMock } from "../src/mock/create-mock.ts";
import type { CaseResult, Drive, VerdictKind } from "../src/model.ts";
import { defaults } from "../src/options.ts";
import { worst } from "../src/report/score.ts";
import { prepareRun, type RunOptions, sweepRun } from "../src/run.ts";
import type { Contract } from "../src/spec/contract.ts";
import { mockPrincipals, mockTarget } from "../src/target/mock-target.ts";
import type { Target } from "../src/target/target.ts";

export interface Scope {
  /** Clauses, cases and areas; all when there is none. */
  readonly only?: readonly string[];
  readonly drives?: readonly Drive[];
  /** Begin no further case once one failed. */
  readonly untilRed?: boolean;
  /** Runs of one number have the same fresh keys. */
  readonly keys?: number;
}

type Keys = ReturnType<Action["drawKeys"]>;
const drawn = new Map<number, Keys>();

/** Draws its keys once for all runs: making RSA keys would take longer than all the rest of a run. */
function actionWith(number: number): Action {
  const drawKeys = (contract: Contract): Keys => {
    const keys = drawn.get(number) ?? importKeyPair.drawKeys(contract);
    drawn.set(number, keys);
    return keys;
  };
  return { ...importKeyPair, drawKeys };
}

/** The reference emulator, disobedient as these faults say. */
export function faultyTarget(contract: Contract, faults: readonly KeyPairFault[]): Target {
  return mockTarget(createMock({ rules: importKeyPair.rules(contract), principals: mockPrincipals, faults }));
}

/** Options of a run against a target of ours, by the raw drive. */
export function runOptions(
  contract: Contract,
  target: Target,
  { only = [], drives = ["raw"], keys = 1 }: Scope = {},
): RunOptions {
  return {
    contract,
    action: actionWith(keys),
    target,
    selection: { only, skip: [] },
    ...defaults,
    drives,
    signal: new AbortController().signal,
  };
}

/** A case as it is judged. */
export type Judged = Pick<CaseResult["case"], "id" | "area"> & Pick<CaseResult, "verdicts">;

/**
 * The settled verdicts of the suite against the reference emulator with some faults. One case at a time: so what a fault
 * breaks depends on no timing, and nothing more is said once a clause is red.
 * @throws {Error} when the emulator itself crashes, which must not pass for a kill.
 */
export async function runFaults(
  contract: Contract,
  faults: readonly KeyPairFault[],
  scope: Scope = {},
): Promise<readonly Judged[]> {
  const enough = new AbortController();
  const { target, crashes } = watched(faultyTarget(contract, faults));
  const options = runOptions(contract, target, scope);
  const prepared = await prepareRun({ ...options, concurrency: 1, signal: enough.signal });
  const results: Judged[] = [];
  for await (const { case: planned, verdicts } of conform(prepared)) {
    results.push({ id: planned.id, area: planned.area, verdicts });
    if (scope.untilRed && verdicts.some(({ verdict }) => verdict === "fail")) enough.abort();
  }
  await sweepRun(prepared);
  if (crashes.length > 0)
    throw new Error(`Failed to measure ${faults.map(({ id }) => id)}: ${crashes[0]}. Repair the fault.`);
  return settle(contract, options.action.accepts, results);
}

/** The verdict on each clause that was judged. @throws {Error} as {@link runFaults} does. */
export async function judgeFaults(
  contract: Contract,
  faults: readonly KeyPairFault[],
  scope: Scope = {},
): Promise<ReadonlyMap<string, VerdictKind>> {
  const verdicts = new Map<string, VerdictKind>();
  for (const result of await runFaults(contract, faults, scope)) {
    for (const { clause, verdict, blockedBy } of result.verdicts) {
      if (blockedBy === undefined) verdicts.set(clause, worst([verdict, verdicts.get(clause) ?? "not-run"]));
    }
  }
  return verdicts;
}

/** The mock answers its own crashes with their stack, where a fault that plays a crash has none. */
function watched(target: Target): { readonly target: Target; readonly crashes: readonly string[] } {
  const crashes: string[] = [];
  const transport: Target["transport"] = async (request) => {
    const response = await target.transport(request);
    const text = response.status === 500 ? await response.clone().text() : "";
    if (/^ +at .*:\d+:\d+/m.test(text)) crashes.push(text);
    return response;
  };
  return { target: { ...target, transport }, crashes };
}

/** The clauses with this verdict, in the order of their ids. */
export function clausesThat(kind: VerdictKind, verdicts: ReadonlyMap<string, VerdictKind>): readonly string[] {
  return [...verdicts].flatMap(([clause, verdict]) => (verdict === kind ? [clause] : [])).sort();
}
