import { expect, test } from "vitest";
import { clausesThat, judgeFaults } from "../../scripts/measure-kills.ts";
import { diagnostics } from "../../src/actions/import-key-pair/diagnostics.ts";
import { faults } from "../../src/actions/import-key-pair/faults/faults.ts";
import type { KeyPairFault } from "../../src/actions/import-key-pair/faults/key-pair-fault.ts";
import type { VerdictKind } from "../../src/model.ts";
import { contract } from "./contract.ts";

const { signatures } = diagnostics();

/** Where its clause was red when the fault was measured: a few cases are enough. */
function toldBy({ id, clause }: KeyPairFault): readonly string[] {
  const told = (signatures.get(id) ?? []).filter((sign) => sign.clause === clause && sign.kind === "red");
  return [...new Set(told.map((sign) => sign.case))].slice(0, 3);
}

/** Some faults are new, and some need what goes before: then by all cases that its clause judges. */
async function verdictsOn(fault: KeyPairFault): Promise<ReadonlyMap<string, VerdictKind>> {
  const { clause } = fault;
  const few = toldBy(fault);
  const verdicts = few.length > 0 ? await judgeFaults(contract, [fault], { only: few, until: [clause] }) : undefined;
  if (verdicts?.get(clause) === "fail") return verdicts;
  return judgeFaults(contract, [fault], { only: [clause], until: [clause] });
}

// A fault is caught by name: by the clause that it claims to disobey, whatever else turns red with it.
test.for(faults)("$id turns $clause red", async (fault) => {
  const verdicts = await verdictsOn(fault);
  expect(verdicts.get(fault.clause)).toBe("fail");
  expect(clausesThat("error", verdicts)).toEqual([]);
});
