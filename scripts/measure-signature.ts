import type { KeyPairFault } from "../src/actions/import-key-pair/faults/key-pair-fault.ts";
import type { FaultSign } from "../src/diagnose/sign.ts";
import { signsOf } from "../src/diagnose/sign.ts";
import type { Contract } from "../src/spec/contract.ts";
import { runFaults } from "./measure-kills.ts";

/**
 * What a fault turns red. Its cases are run a second time, with other keys: what was seen is of the fault where it is the
 * same again, and else of the run.
 */
export async function measureSignature(contract: Contract, fault: KeyPairFault): Promise<readonly FaultSign[]> {
  const signs = await seen(contract, fault, { keys: 1 });
  const only = [...new Set(signs.map((sign) => sign.case))];
  if (only.length === 0) return [];
  const again = new Map((await seen(contract, fault, { keys: 2, only })).map((sign) => [placeOf(sign), sign]));
  return signs.map((sign) => {
    const same = again.get(placeOf(sign));
    const value = same?.value === sign.value ? sign.value : "";
    // What is known by its value needs no form.
    return { ...sign, value, form: value === "" && same?.form === sign.form ? sign.form : "" };
  });
}

const placeOf = (sign: FaultSign): string => `${sign.case} ${sign.clause}`;

async function seen(
  contract: Contract,
  fault: KeyPairFault,
  scope: Parameters<typeof runFaults>[2],
): Promise<readonly FaultSign[]> {
  const signs = signsOf(contract, await runFaults(contract, [fault], scope));
  return signs.filter((sign): sign is FaultSign => sign.kind !== "green");
}
