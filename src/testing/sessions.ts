import type { Draws } from "../action.ts";
import { importKeyPair } from "../actions/import-key-pair/import-key-pair.ts";
import { noBreaker } from "../drive/breaker.ts";
import { createLedger } from "../drive/cleanup/ledger.ts";
import { openGate } from "../drive/gate.ts";
import { createRunPrefix } from "../drive/run-prefix.ts";
import type { Session } from "../drive/session.ts";
import type { Case, Transport } from "../model.ts";
import { plan } from "../plan/plan.ts";
import { mockPrincipals } from "../target/mock-target.ts";
import type { Target } from "../target/target.ts";
import { contract } from "./observations.ts";
import { quickClock } from "./quick-clock.ts";

const [run, unauthorized] = mockPrincipals;

/** A transport as a target that claims to have everything. */
function targetOf(transport: Transport): Target {
  return {
    name: "test",
    endpoint: new URL("http://test.localhost/"),
    transport,
    lacks: {},
    credentials: { run, unauthorized },
    close: async () => undefined,
  };
}

const keys = await importKeyPair.drawKeys(contract);
export const draws: Draws = { prefix: createRunPrefix(new Date("2026-11-24T12:00:00Z")), keys };

export function sessionOf(transport: Transport, options: Partial<Session> = {}): Session {
  return {
    action: importKeyPair,
    contract,
    target: targetOf(transport),
    draws,
    regions: ["us-east-1", "us-west-2"],
    timeout: 1000,
    signal: new AbortController().signal,
    breaker: noBreaker,
    clock: quickClock,
    gate: openGate,
    ledger: createLedger(),
    ...options,
  };
}

const cases = plan(contract, importKeyPair);

export function caseOf(id: string): Case {
  const found = cases.find((planned) => planned.id === id);
  if (found === undefined) throw new Error(`no case ${id}`);
  return found;
}
