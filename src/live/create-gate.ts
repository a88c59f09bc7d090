import type { Gate } from "../drive/gate.ts";
import type { Budget } from "./budget.ts";
import type { Journal } from "./journal.ts";
import type { Pace } from "./pace.ts";

/** How many requests were really sent, resends and cleanup among them. */
export interface Sent {
  readonly mutating: number;
  readonly reading: number;
}

/** The gate of a run: its budget, then its pace, then its journal, in front of every request. */
export function createGate(parts: { readonly budget: Budget; readonly pace: Pace; readonly journal?: Journal }): {
  readonly gate: Gate;
  sent(): Sent;
} {
  const { budget, pace, journal } = parts;
  const sent = { mutating: 0, reading: 0 };
  const gate: Gate = {
    begin: (need) => budget.begin(need),
    async admit(call, hold, signal) {
      if (pace.hopeless !== undefined && !call.cleaning) return pace.hopeless;
      const refusal = budget.spend(hold, call.cleaning);
      if (refusal !== undefined) return refusal;
      await pace.turn(call.mutating, signal);
      if (call.mutating) journal?.intend(call);
      sent[call.mutating ? "mutating" : "reading"]++;
      return undefined;
    },
    answered(call, response) {
      if (response !== undefined) pace.recover();
      if (call.mutating) journal?.answered(call, response);
    },
    throttled: (tries, signal) => pace.throttled(tries, signal),
  };
  return { gate, sent: () => ({ ...sent }) };
}
