import type { KeyPairFault } from "../src/actions/import-key-pair/faults/key-pair-fault.ts";
import { importKeyPair } from "../src/actions/import-key-pair/import-key-pair.ts";
import { createMock } from "../src/mock/create-mock.ts";
import type { Report } from "../src/report/report.ts";
import { defaultRegions, runConformance } from "../src/run.ts";
import type { Contract } from "../src/spec/contract.ts";
import { mockPrincipals, mockTarget } from "../src/target/mock-target.ts";

/** The whole suite, by the raw drive, against the reference emulator with some faults. */
export async function runWithFaults(
  contract: Contract,
  faults: readonly KeyPairFault[],
  only: readonly string[] = [],
): Promise<Report> {
  const mock = createMock({ rules: importKeyPair.rules(contract), principals: mockPrincipals, faults });
  return runConformance({
    contract,
    action: importKeyPair,
    target: mockTarget(mock),
    selection: { only, skip: [] },
    drives: ["raw"],
    authority: "observed",
    level: "must",
    seed: 1,
    regions: defaultRegions,
    concurrency: 8,
    timeout: 10_000,
    signal: new AbortController().signal,
  });
}

/** The clauses that fail with a fault. */
export function failedClauses(report: Report): readonly string[] {
  return report.clauses.filter(({ verdict }) => verdict === "fail").map(({ id }) => id);
}
