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
export type TwinOutcome =
  | { readonly accepted: true }
  /** `answered`: it was refused, and did not only go unanswered. */
  | { readonly accepted: false; readonly why: string; readonly answered?: true };

/** All verdicts on what one drive saw of a case. Pure. */
export function judge(
  judging: Judging,
  planned: Case,
  drive: Drive,
  observations: readonly Observation[],
  twin?: TwinOutcome,
): readonly Verdict[] {
  const all = new Map(observations.map((observation) => [observation.step.id, observation]));
  const causes = unreadableCauses(judging, observations);
  const own = judgeOwn(judging, planned, drive, all, causes, twin);
  const silence = silenceOf(observations);
  const scoped = scopedClauses(judging.contract, planned).flatMap((clause): readonly Verdict[] => {
    if (silence !== undefined && !isOpen(clause))
      return [{ clause: clause.id, drive, verdict: "indeterminate", why: silence }];
    const seen = observations.filter((observation) => inScope(judging.action, planned, clause, observation));
    if (seen.length === 0) return [];
    const verdictOn = (some: readonly Observation[]) =>
      verdictOf(judging, drive, clause, clause.check ?? "", some, all);
    const others = seen.filter(({ step }) => (causes.get(step.id) ?? clause.id) === clause.id);
    if (others.length === seen.length || clause.among !== undefined) return verdictOn(seen);
    if (others.length > 0) return verdictOn(others);
    const cause = causes.get(seen[0]?.step.id ?? "") ?? clause.id;
    return verdictOn(seen).map((verdict) => blockUnread(verdict, cause));
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
  causes: ReadonlyMap<string, string>,
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
    const unobserved = (why: Pick<Verdict, "why" | "blockedBy">): readonly Verdict[] => [
      { clause: clause.id, drive, verdict: "indeterminate", ...why },
    ];
    const spoiled = spoiledBefore(judging, planned, judgement, all);
    if (spoiled !== undefined) return unobserved(spoiled);
    if (check === "refused" && twin?.accepted === false)
      return unobserved({
        why: `its valid twin ${planned.twin} was not accepted: ${twin.why}`,
        ...(twin.answered && { blockedBy: judging.action.accepts }),
      });
    const seen = steps.flatMap((id) => all.get(id) ?? []);
    if (seen.length < steps.length) return unobserved({ why: "an earlier step had no usable answer" });
    const unproved = unprovedOf(planned, judgement, verdictsOn);
    if (unproved !== undefined) return unobserved(unproved);
    const verdicts = verdictOf(judging, drive, clause, check, seen, all);
    // Whether a refusal is the right one can't be told from an answer that can't be read; that nothing was accepted can.
    const cause = check === "accepted" ? undefined : steps.map((id) => causes.get(id)).find((id) => id !== undefined);
    if (cause === undefined || clause.area === "robustness") return verdicts;
    return verdicts.map((verdict) => blockUnread(verdict, cause));
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
 * What a judgement builds on and did not get: a step that prepares, or an import that the contract wants accepted, was
 * refused; whether such an import is accepted is another clause's sentence, and that clause is named. A step that was not
 * answered spoils what comes after it too: nobody knows whether it was carried out.
 */
function spoiledBefore(
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
    if (observation === undefined || observation.kind === "output") continue;
    const isOwn = steps.includes(id);
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

/** The checks that say why an answer can't be read, from the coarsest defect to the finest: the first that fails. */
export const readability: readonly string[] = [
  "no-server-error",
  "no-foreign-body",
  "well-formed",
  "error-envelope",
  "known-code",
];

/** Of each step whose answer is no whole answer: the clause that says so. */
function unreadableCauses(
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
  return observation.kind === "unreadable" || isCodeless || observation.flaw !== undefined || status >= 500;
}

/** A failure on an answer that could not be read: it says nothing about this clause. */
function blockUnread(verdict: Verdict, by: string): Verdict {
  if (verdict.verdict !== "fail" || verdict.clause === by) return verdict;
  const { clause, drive, step, actual } = verdict;
  const why = `${by} fails on this answer: ${actual}`;
  return { clause, drive, verdict: "indeterminate", why, blockedBy: by, ...(step !== undefined && { step }) };
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
  if (judged.kind === "fail") {
    const { expected, actual, step } = judged;
    return [{ ...base, expected, actual, ...(step !== undefined && { step }) }];
  }
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
