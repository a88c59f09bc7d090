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
import { isOpen } from "../spec/grounds.ts";
import { checkOf } from "./checks/protocol-checks.ts";
import type { Judging, TwinOutcome } from "./judging.ts";
import { spoiledBefore, unprovedOf } from "./preconditions.ts";
import { blockUnread, unreadableCauses } from "./readability.ts";
import { inScope, scopedClauses } from "./scoped-clauses.ts";

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
    const [step, ...more] = steps;
    const verdicts = verdictOf(judging, drive, clause, check, seen, all).map((verdict) =>
      verdict.verdict === "fail" && step !== undefined && more.length === 0 ? { step, ...verdict } : verdict,
    );
    // Whether a refusal is the right one can't be told from an answer that can't be read; that nothing was accepted can.
    if (check === "accepted" || clause.area === "robustness") return verdicts;
    return verdicts.map((verdict) => blockUnread(verdict, causes.get(verdict.step ?? steps.at(-1) ?? "")));
  };
  return planned.judgements.flatMap(verdictsOn);
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

function clauseOf(contract: Contract, id: string): Clause {
  const clause = contract.clauses.get(id);
  if (clause === undefined) throw new Error(`the plan judges the clause ${id}, which the contract does not have`);
  return clause;
}
