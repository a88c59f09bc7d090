import type { Action } from "../action.ts";
import { messageOf } from "../errors.ts";
import type {
  Case,
  Clause,
  Drive,
  Expectation,
  Judged,
  Judgement,
  Layer,
  Observation,
  Verdict,
  VerdictKind,
} from "../model.ts";
import type { Contract } from "../spec/contract.ts";
import { isOpen } from "../spec/is-open.ts";
import type { Target } from "../target/target.ts";
import type { Check } from "./check.ts";
import { protocolChecks } from "./checks/protocol-checks.ts";
import { inScope, scopedClauses } from "./scoped-clauses.ts";

export interface Judging {
  readonly contract: Contract;
  readonly action: Action;
  readonly authority: Layer;
  readonly lacks: Target["lacks"];
}

/** Whether the case's valid twin was accepted; absent for cases that have none. */
export type TwinOutcome = { readonly accepted: true } | { readonly accepted: false; readonly why: string };

/** All verdicts on what one drive saw of a case. Pure. */
export function judge(
  judging: Judging,
  planned: Case,
  drive: Drive,
  observations: readonly Observation[],
  twin?: TwinOutcome,
): readonly Verdict[] {
  const all = new Map(observations.map((observation) => [observation.step.id, observation]));
  const own = judgeOwn(judging, planned, drive, all, twin);
  const silence = silenceOf(observations);
  const scoped = scopedClauses(judging.contract, planned).flatMap((clause): readonly Verdict[] => {
    if (silence !== undefined && !isOpen(clause))
      return [{ clause: clause.id, drive, verdict: "indeterminate", why: silence }];
    const seen = observations.filter((observation) => inScope(judging.action, planned, clause, observation));
    return seen.length === 0 ? [] : verdictOf(judging, drive, clause, clause.check ?? "", seen, all);
  });
  return [...own, ...scoped];
}

/** Why nothing of a case was answered; undefined where anything was. */
function silenceOf(observations: readonly Observation[]): string | undefined {
  const whys = observations.map((observation) => (observation.kind === "unanswered" ? observation.why : undefined));
  return whys.includes(undefined) ? undefined : whys[0];
}

/** The judgements that the case itself makes, each after those that it is provided with. */
function judgeOwn(
  judging: Judging,
  planned: Case,
  drive: Drive,
  all: ReadonlyMap<string, Observation>,
  twin: TwinOutcome | undefined,
): readonly Verdict[] {
  const done = new Map<Judgement, readonly Verdict[]>();
  const verdictsOn = (judgement: Judgement): readonly Verdict[] => {
    const verdicts = done.get(judgement) ?? one(judgement);
    done.set(judgement, verdicts);
    return verdicts;
  };
  const one = (judgement: Judgement): readonly Verdict[] => {
    const { check, steps } = judgement;
    const clause = clauseOf(judging.contract, judgement.clause);
    if (check === "open" || isOpen(clause)) return [{ clause: clause.id, drive, verdict: "open" }];
    const unobserved = (why: string): readonly Verdict[] => [
      { clause: clause.id, drive, verdict: "indeterminate", why },
    ];
    const spoiled = spoiledBefore(planned, judgement, all);
    if (spoiled !== undefined) return unobserved(spoiled);
    if (check === "refused" && twin?.accepted === false)
      return unobserved(`its valid twin ${planned.twin} was not accepted: ${twin.why}`);
    const seen = steps.flatMap((id) => all.get(id) ?? []);
    if (seen.length < steps.length) return unobserved("an earlier step had no usable answer");
    const unproved = unprovedOf(planned, judgement, verdictsOn);
    if (unproved !== undefined) return [{ clause: clause.id, drive, verdict: "indeterminate", ...unproved }];
    return verdictOf(judging, drive, clause, check, seen, all);
  };
  return planned.judgements.flatMap(verdictsOn);
}

/** Why a judgement lacks what it is to be provided with, and the clause whose failure is to blame. */
function unprovedOf(
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
 * A preparing step that was not accepted spoils what comes after it. So does any step that was not answered: nobody knows
 * whether it was carried out.
 */
function spoiledBefore(planned: Case, judgement: Judgement, all: ReadonlyMap<string, Observation>): string | undefined {
  const { steps, silence } = judgement;
  const last = Math.max(...steps.map((id) => planned.steps.findIndex((step) => step.id === id)));
  for (const { id, setup } of planned.steps.slice(0, last + 1)) {
    const observation = all.get(id);
    if (observation === undefined || observation.kind === "output") continue;
    const isOwn = steps.includes(id);
    if (setup && !isOwn) {
      const why = observation.kind === "error" ? observation.code : observation.why;
      return `the preparing step ${id} was not accepted: ${why}`;
    }
    if (observation.kind === "unanswered" && silence !== "judged")
      return isOwn ? observation.why : `the step ${id} before it was not answered: ${observation.why}`;
  }
  return undefined;
}

function verdictOf(
  judging: Judging,
  drive: Drive,
  clause: Clause,
  checkName: string,
  seen: readonly Observation[],
  all: ReadonlyMap<string, Observation>,
): readonly Verdict[] {
  const lacking = clause.needs?.find((capability) => judging.lacks[capability] !== undefined);
  if (lacking !== undefined)
    return [{ clause: clause.id, drive, verdict: "skip", why: `${lacking}: ${judging.lacks[lacking]}` }];
  if (isOpen(clause)) return [{ clause: clause.id, drive, verdict: "open" }];
  const { contract, authority } = judging;
  const check = checkOf(judging.action, checkName);
  const under = (expect: Expectation): Judged => check({ contract, clause, expect, seen, all });
  try {
    const documented = clause.documented && under(clause.documented.expect ?? clause.expect ?? {});
    const observed = clause.observed && under(clause.observed.expect ?? clause.expect ?? {});
    const judged = authority === "observed" ? (observed ?? documented) : (documented ?? observed);
    return toVerdict(clause.id, drive, judged ?? under(clause.expect ?? {}), documented, observed);
  } catch (cause) {
    return [{ clause: clause.id, drive, verdict: "error", why: `the check ${checkName} failed: ${messageOf(cause)}` }];
  }
}

function toVerdict(
  clause: string,
  drive: Drive,
  judged: Judged,
  documented: Judged | undefined,
  observed: Judged | undefined,
): readonly Verdict[] {
  if (judged.kind === "not-applicable") return [];
  const layers = { ...layer("documented", documented), ...layer("observed", observed) };
  const base = { clause, drive, verdict: judged.kind, ...layers };
  if (judged.kind === "fail") return [{ ...base, expected: judged.expected, actual: judged.actual }];
  return [judged.kind === "indeterminate" ? { ...base, why: judged.why } : base];
}

function layer(name: Layer, judged: Judged | undefined): Partial<Record<Layer, VerdictKind>> {
  return judged === undefined || judged.kind === "not-applicable" ? {} : { [name]: judged.kind };
}

/** @throws {Error} for a name that no check has: a fault of the contract, found by its tests. */
export function checkOf(action: Action, name: string): Check {
  const check = (protocolChecks as Readonly<Record<string, Check>>)[name] ?? action.checks[name];
  if (check === undefined) throw new Error(`there is no check named "${name}"`);
  return check;
}

function clauseOf(contract: Contract, id: string): Clause {
  const clause = contract.clauses.get(id);
  if (clause === undefined) throw new Error(`the plan judges the clause ${id}, which the contract does not have`);
  return clause;
}
