import { expect, test } from "vitest";
import { clausesThat, judgeFaults } from "../../scripts/measure-kills.ts";
import { faults } from "../../src/actions/import-key-pair/faults/faults.ts";
import { contract } from "./contract.ts";

// A fault is caught by name: by the clause that it claims to disobey, whatever else turns red with it.
test.for(faults)("$id turns $clause red", async (fault) => {
  const verdicts = await judgeFaults(contract, [fault], { only: [fault.clause], until: [fault.clause] });
  expect(verdicts.get(fault.clause)).toBe("fail");
  expect(clausesThat("error", verdicts)).toEqual([]);
});
