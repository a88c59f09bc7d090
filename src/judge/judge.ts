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
  const own = planned.judgements.flatMap((judgement) => judgeOwn(judging, planned, drive, judgement, all, twin));
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

function judgeOwn(
  judging: Judging,
  planned: Case,
  drive: Drive,
  judgement: Judgement,
  all: ReadonlyMap<string, Observation>,
  twin: TwinOutcome | undefined,
): readonly Verdict[] {
  const clause = clauseOf(judging.contract, judgement.clause);
  if (judgement.check === "open" || isOpen(clause)) return [{ clause: clause.id, drive, verdict: "open" }];
  const spoiled = spoiledSetup(planned, judgement, all);
  if (spoiled !== undefined) return [{ clause: clause.id, drive, verdict: "indeterminate", why: spoiled }];
  if (judgement.check === "refused" && twin?.accepted === false) {
    return [
      {
        clause: clause.id,
        drive,
        verdict: "indeterminate",
        why: `its valid twin ${planned.twin} was not accepted: ${twin.why}`,
      },
    ];
  }
  const seen = judgement.steps.flatMap((id) => all.get(id) ?? []);
  if (seen.length < judgement.steps.length) {
    return [{ clause: clause.id, drive, verdict: "indeterminate", why: "an earlier step had no usable answer" }];
  }
  return verdictOf(judging, drive, clause, judgement.check, seen, all);
}

/** A preparing step that was not accepted spoils what comes after it. */
function spoiledSetup(planned: Case, { steps }: Judgement, all: ReadonlyMap<string, Observation>): string | undefined {
  const last = Math.max(...steps.map((id) => planned.steps.findIndex((step) => step.id === id)));
  for (const { id, setup } of planned.steps.slice(0, last)) {
    const observation = all.get(id);
    if (setup && !steps.includes(id) && observation !== undefined && observation.kind !== "output") {
      const why = observation.kind === "error" ? observation.code : observation.why;
      return `the preparing step ${id} was not accepted: ${why}`;
    }
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
