import type { VerdictKind } from "../model.ts";

/** From the worst to the least telling: what a clause takes from its cases and drives. */
const order: readonly VerdictKind[] = ["error", "fail", "indeterminate", "pass", "skip", "open", "not-run"];

/** The worst of some verdicts; `not-run` of none. */
export function worst(verdicts: Iterable<VerdictKind>): VerdictKind {
  const seen = new Set(verdicts);
  return order.find((kind) => seen.has(kind)) ?? "not-run";
}
