import type { Case, Judgement, Observation, Premise, Verdict } from "../model.ts";
import type { Judging } from "./judging.ts";

/** What a judgement needs before it can be made. */

/** Why a judgement lacks what it is to be provided with, and the clause whose failure is to blame. */
export function unprovedOf(
  planned: Case,
  { provided = [] }: Judgement,
  verdictsOn: (judgement: Judgement) => readonly Verdict[],
): Pick<Verdict, "why" | "blockedBy"> | undefined {
  for (const id of provided) {
    const verdicts = planned.judgements.filter(({ clause }) => clause === id).flatMap(verdictsOn);
    const failed = verdicts.find(({ verdict }) => verdict === "fail");
    if (failed !== undefined)
      return { why: `${id} fails here: expected ${failed.expected}, got ${failed.actual}`, blockedBy: id };
    const other = verdicts.find(({ verdict }) => verdict !== "pass");
    if (other !== undefined || verdicts.length === 0) {
      const { why = `${id} was not judged here`, blockedBy } = other ?? {};
      return { why, ...(blockedBy !== undefined && { blockedBy }) };
    }
  }
  return undefined;
}

/**
 * What a judgement builds on and did not get: a step that prepares, or an import that the contract wants accepted, was
 * refused; whether such an import is accepted is another clause's sentence, and that clause is named. A step that was not
 * answered spoils what comes after it too: nobody knows whether it was carried out.
 */
export function spoiledBefore(
  { contract, action }: Judging,
  planned: Case,
  { check, steps, silence }: Judgement,
  all: ReadonlyMap<string, Observation>,
): Pick<Verdict, "why" | "blockedBy"> | undefined {
  const last = Math.max(...steps.map((id) => planned.steps.findIndex((step) => step.id === id)));
  const isSubject = (id: string): boolean =>
    steps.at(-1) === id || (steps.includes(id) && (check === "accepted" || check === "refused"));
  for (const step of planned.steps.slice(0, last + 1)) {
    const { id } = step;
    const observation = all.get(id);
    if (observation === undefined) continue;
    const isOwn = steps.includes(id);
    if (!(isOwn && isSubject(id)) && isAgainst(step.premise, observation)) {
      const { outcome, clause } = step.premise;
      return { why: `the step ${id} before it was not ${outcome}, as ${clause} wants it`, blockedBy: clause };
    }
    if (observation.kind === "output") continue;
    const wanting = planned.judgements.find((one) => one.check === "accepted" && one.steps.includes(id));
    const isWanted = step.setup ? !isOwn || !isSubject(id) : isOwn && !isSubject(id) && wanting !== undefined;
    if (isWanted && observation.kind !== "unanswered") {
      const why = observation.kind === "error" ? observation.spelled : observation.why;
      return {
        why: `the step ${id} was not accepted: ${why}`,
        blockedBy: wanting?.clause ?? action.acceptedBy(contract, step.input),
      };
    }
    if (observation.kind === "unanswered" && (isWanted || silence !== "judged"))
      return { why: isOwn ? observation.why : `the step ${id} before it was not answered: ${observation.why}` };
  }
  return undefined;
}

function isAgainst(premise: Premise | undefined, { kind }: Observation): premise is Premise {
  return premise !== undefined && kind === (premise.outcome === "accepted" ? "error" : "output");
}
