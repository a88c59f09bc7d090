import { basesOf, firstOf } from "./clause-order.ts";
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
import type { Failure, Ledger } from "./ledger.ts";

/** How many times one kind of answer must break something before it is told once for all of them. */
const commonAnswer = 3;

/** What explains what, in this order: what was explained by one rule is not looked at by the next. */
export const settlingRules: readonly ((ledger: Ledger) => void)[] = [
  generalOrOwn,
  plainestRefused,
  unreadAnswers,
  builtOnFallen,
  oneWrongCode,
];

/** Within a case: what its valid twin shows too is general; what only this case shows is the case's own. */
function generalOrOwn(ledger: Ledger): void {
  const { contract, cases, blockBy } = ledger;
  const unread = unreadOf(ledger);
  const isCommon = (clause: string): boolean =>
    isDocumentDefect(contract, clause) && (unread.get(clause)?.length ?? 0) >= commonAnswer;
  const twins = twinsOf(ledger);
  const general = generalOf(ledger);
  for (const { id, verdicts } of cases) {
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
}

/** Where not even the plainest request is accepted, nothing is learnt from the refusal of a richer one. */
function plainestRefused(ledger: Ledger): void {
  const { accepts, failures, blockBy } = ledger;
  if (!generalOf(ledger).has(accepts)) return;
  for (const { verdict } of failures) if (isRefusal(verdict)) blockBy(verdict, accepts);
}

/** The clauses that fail for the valid twins already. */
function generalOf(ledger: Ledger): ReadonlySet<string> {
  const twins = twinsOf(ledger);
  return new Set(ledger.failures.filter((one) => twins.has(one.in)).map(({ verdict }) => verdict.clause));
}

function twinsOf({ accepts }: Ledger): ReadonlySet<string> {
  return new Set([`${accepts}-minimal`, `${accepts}-dressed`]);
}

/** Where many ordinary requests get no proper answer, the coarsest defect is the finding, and hostile ones tell nothing. */
function unreadAnswers(ledger: Ledger): void {
  const { contract, failures, standing, blockBy } = ledger;
  const hostile = hostileOf(ledger);
  const coarsestFirst = [...unreadOf(ledger)].toSorted(
    ([one], [other]) => readabilityOf(contract, one) - readabilityOf(contract, other),
  );
  for (const [clause, all] of coarsestFirst) {
    const seen = all.filter(({ verdict }) => standing(verdict));
    if (seen.length < commonAnswer) continue;
    const told = new Set([...hostile, ...(isMostlyRead(contract, clause) ? [] : seen.map((one) => one.in))]);
    for (const { in: id, verdict } of failures)
      if (told.has(id) && isAsBad(contract, clause, verdict)) blockBy(verdict, clause);
  }
}

/** The failures of ordinary requests that say why answers can't be read, by clause. */
function unreadOf(ledger: Ledger): ReadonlyMap<string, readonly Failure[]> {
  const hostile = hostileOf(ledger);
  return Map.groupBy(
    ledger.failures.filter((one) => isReadability(ledger.contract, one.verdict.clause) && !hostile.has(one.in)),
    ({ verdict }) => verdict.clause,
  );
}

function hostileOf({ cases }: Ledger): ReadonlySet<string> {
  return new Set(cases.filter(({ area }) => area === "robustness").map(({ id }) => id));
}

/** A clause that builds on others says nothing where one of them fails in the same case, or in every case made for it. */
function builtOnFallen({ contract, cases, failures, blockBy }: Ledger): void {
  const withOwn = new Set(cases.map(({ id }) => id.slice(0, id.indexOf("-"))));
  const isOfOwn = (id: string, clause: string): boolean => id.startsWith(`${clause}-`) || !withOwn.has(clause);
  const passing = new Set(
    cases.flatMap(({ id, verdicts }) =>
      verdicts.flatMap(({ verdict, clause }) => (verdict === "pass" && isOfOwn(id, clause) ? [clause] : [])),
    ),
  );
  const byClause = Map.groupBy(failures, ({ verdict }) => verdict.clause);
  for (const clause of contract.clauses.values()) {
    for (const base of basesOf(contract, clause)) {
      const theirs = byClause.get(base) ?? [];
      const fallen = theirs.length > 0 && !passing.has(base);
      for (const { in: id, verdict } of byClause.get(clause.id) ?? [])
        if (fallen || theirs.some((one) => one.in === id && one.verdict.drive === verdict.drive))
          blockBy(verdict, base);
    }
  }
}

/** One wrong code in answer to many mistakes is one finding: of the clause about codes where EC2 has no such code. */
function oneWrongCode({ contract, failures, standing, blockBy }: Ledger): void {
  const unknown = [...contract.clauses.values()].find(({ check }) => check === "known-code")?.id ?? "";
  const strange = new Set(failures.filter(({ verdict }) => verdict.clause === unknown).map((one) => one.in));
  for (const groupBy of [
    (one: Failure) => (strange.has(one.in) ? wrongCode(one.verdict)?.slice(4) : undefined),
    (one: Failure) => `${wrongCode(one.verdict)} for ${one.verdict.expected}`,
  ]) {
    const open = failures.filter(({ verdict }) => standing(verdict) && wrongCode(verdict) !== undefined);
    for (const [key, alike] of Map.groupBy(open, groupBy)) {
      const clauses = [...new Set(alike.map(({ verdict }) => verdict.clause))];
      if (key === undefined || clauses.length < commonAnswer) continue;
      const first = firstOf(contract, strange.has(alike[0]?.in ?? "") ? [unknown, ...clauses] : clauses);
      for (const { verdict } of alike) blockBy(verdict, first);
    }
  }
}
