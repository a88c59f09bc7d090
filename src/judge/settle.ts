import type { Area, Verdict } from "../model.ts";
import type { Contract } from "../spec/contract.ts";
import { basesOf, firstOf, rank } from "./clause-order.ts";
import {
  isAsBad,
  isDocumentDefect,
  isEcho,
  isGeneral,
  isMostlyRead,
  isReadability,
  isRefusal,
  readabilityOf,
  wrongCode,
} from "./failure-kinds.ts";

/** What is settled: the verdicts of a case, whatever else is kept of it. */
interface Judged {
  readonly id: string;
  readonly area: Area;
  readonly verdicts: readonly Verdict[];
}

/** A failing verdict, and where it was seen. */
interface Failure {
  readonly in: string;
  readonly verdict: Verdict;
}

/** How many clauses one wrong answer must break before it is told once for all of them. */
const commonAnswer = 3;

/**
 * One cause, one finding, over a whole run: what a failure elsewhere explains is blocked by it. Only a clause of at least
 * the same level blocks, so that nothing that gates is lost; nothing is blocked by what does not fail itself. Settling
 * what is settled changes nothing, so that shards can be settled again as one. Pure.
 */
export function settle<Case extends Judged>(contract: Contract, accepts: string, cases: readonly Case[]): Case[] {
  const raw = cases.map((one) => ({ ...one, verdicts: one.verdicts.map(unblocked) }));
  const blockers = new Map<Verdict, string>();
  const standing = (verdict: Verdict): boolean => verdict.verdict === "fail" && !blockers.has(verdict);
  const failures = raw.flatMap(({ id, verdicts }) =>
    verdicts.filter(({ verdict }) => verdict === "fail").map((verdict): Failure => ({ in: id, verdict })),
  );
  const mayBlock = (by: string, blocked: string): boolean =>
    by !== blocked && rank(contract, by) <= rank(contract, blocked);
  const edges = new Map<string, Set<string>>();
  const leadsTo = (from: string, to: string): boolean =>
    from === to || [...(edges.get(from) ?? [])].some((next) => leadsTo(next, to));
  const blockBy = (verdict: Verdict, by: string): void => {
    if (!standing(verdict) || !mayBlock(by, verdict.clause) || leadsTo(by, verdict.clause)) return;
    blockers.set(verdict, by);
    edges.set(verdict.clause, (edges.get(verdict.clause) ?? new Set()).add(by));
  };

  const hostile = new Set(raw.filter(({ area }) => area === "robustness").map(({ id }) => id));

  /** A case made for a clause tells of it; only where there is none does every case that judges it. */
  const withOwn = new Set(raw.map(({ id }) => id.slice(0, id.indexOf("-"))));
  const isOfOwn = (id: string, clause: string): boolean => id.startsWith(`${clause}-`) || !withOwn.has(clause);

  // Many ordinary requests that get no proper answer have one cause.
  const ordinary = Map.groupBy(
    failures.filter((one) => isReadability(contract, one.verdict.clause) && !hostile.has(one.in)),
    ({ verdict }) => verdict.clause,
  );
  const isCommon = (clause: string): boolean =>
    isDocumentDefect(contract, clause) && (ordinary.get(clause)?.length ?? 0) >= commonAnswer;

  // Within a case: what its valid twin shows too is general; what only this case shows is the case's own.
  const twins = new Set([`${accepts}-minimal`, `${accepts}-dressed`]);
  const general = new Set(failures.filter((one) => twins.has(one.in)).map(({ verdict }) => verdict.clause));
  for (const { id, verdicts } of raw) {
    if (twins.has(id)) continue;
    const failing = verdicts.filter(({ verdict }) => verdict === "fail");
    for (const scoped of failing.filter(({ clause }) => isGeneral(contract, clause))) {
      const isTheirs = general.has(scoped.clause) || isCommon(scoped.clause);
      for (const own of failing) {
        if (own.drive !== scoped.drive || own.step !== scoped.step || isGeneral(contract, own.clause)) continue;
        if (isTheirs && isEcho(contract, scoped.clause, own.clause)) blockBy(own, scoped.clause);
        else if (!isTheirs && id.startsWith(`${own.clause}-`)) blockBy(scoped, own.clause);
      }
    }
  }

  // Where not even the plainest request is accepted, nothing is learnt from the refusal of a richer one.
  if (general.has(accepts)) {
    for (const { verdict } of failures) if (isRefusal(verdict)) blockBy(verdict, accepts);
  }

  // So hostile ones tell nothing of it.
  const coarsestFirst = [...ordinary].toSorted(
    ([one], [other]) => readabilityOf(contract, one) - readabilityOf(contract, other),
  );
  for (const [clause, all] of coarsestFirst) {
    const seen = all.filter(({ verdict }) => standing(verdict));
    if (seen.length < commonAnswer) continue;
    const unread = new Set(seen.map((one) => one.in));
    const isUnread = !isMostlyRead(contract, clause);
    for (const { in: id, verdict } of failures) {
      if ((hostile.has(id) || (isUnread && unread.has(id))) && isAsBad(contract, clause, verdict))
        blockBy(verdict, clause);
    }
  }

  // A clause that builds on others says nothing where one of them fails: in the same case, or wherever it is judged.
  const byClause = Map.groupBy(failures, ({ verdict }) => verdict.clause);
  const passing = new Set(
    raw.flatMap(({ id, verdicts }) =>
      verdicts.flatMap(({ verdict, clause }) => (verdict === "pass" && isOfOwn(id, clause) ? [clause] : [])),
    ),
  );
  for (const clause of [...contract.clauses.values()].filter(({ after }) => after !== undefined)) {
    for (const base of basesOf(contract, clause)) {
      const theirs = byClause.get(base) ?? [];
      const fallen = theirs.length > 0 && !passing.has(base);
      for (const { in: id, verdict } of byClause.get(clause.id) ?? []) {
        if (fallen || theirs.some((one) => one.in === id && one.verdict.drive === verdict.drive))
          blockBy(verdict, base);
      }
    }
  }

  // One wrong code in answer to many mistakes is one finding: of the clause about codes where EC2 has no such code.
  const wrongCodes = failures.filter(({ verdict }) => standing(verdict) && wrongCode(verdict) !== undefined);
  const unknown = [...contract.clauses.values()].find(({ check }) => check === "known-code")?.id ?? "";
  const strange = new Set((byClause.get(unknown) ?? []).map((failure) => failure.in));
  for (const groupBy of [
    (one: Failure) => (strange.has(one.in) ? wrongCode(one.verdict)?.slice(4) : undefined),
    (one: Failure) => `${wrongCode(one.verdict)} for ${one.verdict.expected}`,
  ]) {
    const groups = Map.groupBy(
      wrongCodes.filter(({ verdict }) => standing(verdict)),
      groupBy,
    );
    for (const [key, alike] of groups) {
      const clauses = [...new Set(alike.map(({ verdict }) => verdict.clause))];
      if (key === undefined || clauses.length < commonAnswer) continue;
      const first = firstOf(contract, strange.has(alike[0]?.in ?? "") ? [unknown, ...clauses] : clauses);
      for (const { verdict } of alike) blockBy(verdict, first);
    }
  }
  return conclude(contract, raw, blockers);
}

/** Names of each blocked failure the clause at the end of its chain; what leads nowhere stays a failure. */
function conclude<Case extends Judged>(
  contract: Contract,
  raw: readonly Case[],
  blockers: ReadonlyMap<Verdict, string>,
): Case[] {
  const rootOf = new Map<string, string>();
  const stands = new Set<string>();
  for (const { verdicts } of raw) {
    for (const verdict of verdicts) {
      if (verdict.verdict !== "fail") continue;
      const by = blockers.get(verdict);
      if (by === undefined) stands.add(verdict.clause);
      else rootOf.set(verdict.clause, by);
    }
  }
  const root = (clause: string): string | undefined => {
    const seen = new Set<string>();
    let here: string | undefined = clause;
    while (here !== undefined && !stands.has(here) && !seen.has(here)) {
      seen.add(here);
      here = rootOf.get(here);
    }
    return here !== undefined && stands.has(here) ? here : undefined;
  };
  return raw.map((one) => ({
    ...one,
    verdicts: one.verdicts.map((verdict) => {
      const by = blockers.get(verdict) ?? (verdict.verdict === "indeterminate" ? verdict.blockedBy : undefined);
      if (by === undefined) return verdict;
      const cause = root(by);
      if (verdict.verdict === "fail") return cause === undefined ? verdict : block(verdict, cause);
      if (cause !== undefined && contract.clauses.has(cause)) return { ...verdict, blockedBy: cause };
      // The blocker is outside of the selection, or fails itself nowhere: what was seen counts.
      const { blockedBy: _, why, ...rest } = verdict;
      if (verdict.expected !== undefined) return { ...rest, verdict: "fail" as const };
      return { ...rest, ...(why !== undefined && { why }) };
    }),
  }));
}

/** A failure that was blocked before is one again; what was never observed stays so. */
function unblocked(verdict: Verdict): Verdict {
  if (verdict.why !== settled(verdict.blockedBy ?? "")) return verdict;
  const { blockedBy: _, why: __, ...rest } = verdict;
  return { ...rest, verdict: "fail" };
}

const settled = (by: string): string => `${by} fails`;

function block(verdict: Verdict, by: string): Verdict {
  return { ...verdict, verdict: "indeterminate", why: settled(by), blockedBy: by };
}
