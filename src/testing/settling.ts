import type { JudgedCase } from "../judge/ledger.ts";
import type { Verdict } from "../model.ts";

/** A failure of a clause, as far as a test cares. */
export function failed(clause: string, more: Partial<Verdict> = {}): Verdict {
  return { clause, drive: "raw", verdict: "fail", expected: "a", actual: "b", step: "request", ...more };
}

export function passed(clause: string): Verdict {
  return { clause, drive: "raw", verdict: "pass" };
}

/** The refusal of a request that was to be refused with another code. */
export function refusedWith(clause: string, code: string): Verdict {
  return failed(clause, { expected: "400 InvalidKey.Format", actual: `400 ${code}: no` });
}

export function judgedCase(id: string, ...verdicts: readonly Verdict[]): JudgedCase {
  return { id, area: "name", verdicts };
}

/** A case that only asks whether the target keeps upright. */
export function hostileCase(id: string, ...verdicts: readonly Verdict[]): JudgedCase {
  return { id, area: "robustness", verdicts };
}
