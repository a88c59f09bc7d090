import type { Action } from "../src/action.ts";
import type { KeyPairFault } from "../src/actions/import-key-pair/faults/key-pair-fault.ts";
import { importKeyPair } from "../src/actions/import-key-pair/import-key-pair.ts";
import { conform } from "../src/conform.ts";
import { sweepRun } from "../src/drive/cleanup/sweep-run.ts";
import { settle } from "../src/judge/settle.ts";
import { createMock } from "../src/mock/create-mock.ts";
import type { CaseResult, Drive, VerdictKind } from "../src/model.ts";
import { defaults } from "../src/options.ts";
import { worst } from "../src/report/score.ts";
import { type PreparedRun, prepareRun, type RunOptions } from "../src/run.ts";
import type { Contract } from "../src/spec/contract.ts";
import { mockPrincipals, mockTarget } from "../src/target/mock-target.ts";
import type { Target } from "../src/target/target.ts";
import { quickClock } from "../src/testing/quick-clock.ts";

export interface Scope {
  /** Clauses, cases and areas; all when there is none. */
  readonly only?: readonly string[];
  readonly drives?: readonly Drive[];
  /** Begin no further case once these clauses are red, and by themselves. */
  readonly until?: readonly string[];
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
    clock: quickClock,
    signal: new AbortController().signal,
  };
}

/** What is known of a case for its verdicts to be settled. */
type Judged = Pick<CaseResult["case"], "id" | "area"> & Pick<CaseResult, "verdicts">;

/**
 * The settled verdicts of the suite against the reference emulator with some faults. One case at a time: so what a fault
 * breaks depends on no timing.
 * @throws {Error} when the emulator itself crashes, which must not pass for a kill.
 */
export async function runFaults(
  contract: Contract,
  faults: readonly KeyPairFault[],
  scope: Scope = {},
): Promise<readonly Judged[]> {
  const enough = new AbortController();
  const { target, crashes } = watched(faultyTarget(contract, faults));
  const prepared = await prepareRun({ ...runOptions(contract, target, scope), concurrency: 1, signal: enough.signal });
  const results: Judged[] = [];
  for await (const { case: planned, verdicts } of conform(rarestFirst(prepared, scope.until ?? []))) {
    results.push({ id: planned.id, area: planned.area, verdicts });
    if (scope.until !== undefined && areRed(contract, results, scope.until)) enough.abort();
  }
  await sweepRun(prepared);
  if (crashes.length > 0)
    throw new Error(`Failed to measure ${faults.map(({ id }) => id)}: ${crashes[0]}. Repair the fault.`);
  return settle(contract, importKeyPair.accepts, results);
}

/** The verdict on each clause that was judged, by itself. @throws {Error} as {@link runFaults} does. */
export async function judgeFaults(
  contract: Contract,
  faults: readonly KeyPairFault[],
  scope: Scope = {},
): Promise<ReadonlyMap<string, VerdictKind>> {
  return verdictsBy(await runFaults(contract, faults, scope));
}

/** Clauses of the protocol are judged in every case: what few cases judge is asked first. */
function rarestFirst(prepared: PreparedRun, clauses: readonly string[]): PreparedRun {
  const { cases } = prepared.selected;
  const judging = clauses.map((id) => cases.filter((planned) => planned.clauses.includes(id)));
  const first = new Set(judging.toSorted((one, other) => one.length - other.length).flat());
  const rest = cases.filter((planned) => !first.has(planned));
  return { ...prepared, selected: { ...prepared.selected, cases: [...first, ...rest] } };
}

/** Whether the last result has made these clauses red, each by itself. */
function areRed(contract: Contract, results: readonly Judged[], clauses: readonly string[]): boolean {
  const failIn = (some: readonly Judged[]) => (id: string) =>
    some.some(({ verdicts }) => verdicts.some(({ clause, verdict }) => clause === id && verdict === "fail"));
  if (!clauses.some(failIn(results.slice(-1))) || !clauses.every(failIn(results))) return false;
  const settled = verdictsBy(settle(contract, importKeyPair.accepts, results));
  return clauses.every((clause) => settled.get(clause) === "fail");
}

function verdictsBy(settled: readonly Judged[]): ReadonlyMap<string, VerdictKind> {
  const verdicts = new Map<string, VerdictKind>();
  for (const { verdicts: all } of settled) {
    for (const { clause, verdict, blockedBy } of all) {
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
