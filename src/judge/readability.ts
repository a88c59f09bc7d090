import type { Observation, Verdict } from "../model.ts";
import { isOpen } from "../spec/grounds.ts";
import { checkOf } from "./checks/protocol-checks.ts";
import type { Judging } from "./judging.ts";

/** The checks that say why an answer can't be read, from the coarsest defect to the finest: the first that fails. */
export const readability: readonly string[] = [
  "no-server-error",
  "no-foreign-body",
  "well-formed",
  "error-envelope",
  "known-code",
];

/** Of each step whose answer is no whole answer: the clause that says so. */
export function unreadableCauses(
  { contract, lacks, action }: Judging,
  observations: readonly Observation[],
): ReadonlyMap<string, string> {
  const clauses = [...contract.clauses.values()].filter(
    (clause) => clause.holds !== undefined && !isOpen(clause) && !clause.needs?.some((need) => lacks[need]),
  );
  const causes = new Map<string, string>();
  for (const observation of observations) {
    if (!isDefective(observation)) continue;
    for (const name of readability) {
      const clause = clauses.find(({ check }) => check === name);
      if (clause === undefined) continue;
      const view = { contract, clause, expect: clause.expect ?? {}, seen: [observation], all: new Map() };
      if (checkOf(action, name)(view).kind === "fail") {
        causes.set(observation.step.id, clause.id);
        break;
      }
    }
  }
  return causes;
}

function isDefective(observation: Observation): boolean {
  const status = observation.exchange.response?.status ?? 0;
  const isCodeless = observation.kind === "error" && observation.code === "";
  return observation.kind === "unreadable" || isCodeless || status >= 500;
}

/** A failure on an answer that could not be read: it says nothing about this clause. */
export function blockUnread(verdict: Verdict, by: string | undefined): Verdict {
  if (by === undefined || verdict.verdict !== "fail" || verdict.clause === by) return verdict;
  const { documented: _, observed: __, ...rest } = verdict;
  return { ...rest, verdict: "indeterminate", why: `${by} fails on this answer`, blockedBy: by };
}
