import type { KnownOutcome } from "../known/match-known.ts";
import { oneLine } from "./escape.ts";
import { tellingExchange } from "./findings.ts";
import type { AccountFacts, CapturedExchange, Drift, Report, RunFacts } from "./report.ts";

/** A clause that is red, and the cases in which it is; nothing of what is known to deviate. */
export interface Red {
  readonly clause: string;
  readonly cases: readonly string[];
}

/** What of a report is to be asked a second time. What was found at random is replayed instead. */
export function redOf(report: Report, known?: KnownOutcome): readonly Red[] {
  return report.clauses.flatMap(({ id, verdict }): Red[] => {
    const listed = known?.unlisted.find(({ clause }) => clause === id);
    if (verdict !== "fail" || (known !== undefined && listed === undefined)) return [];
    const red = casesThatFail(report, id).filter((one) => listed?.cases?.includes(one) ?? true);
    return red.length === 0 ? [] : [{ clause: id, cases: red }];
  });
}

/**
 * Tells drift, which is red twice, from a flake, which is green the second time. What could not be observed again is
 * neither, and is left out. The report that comes of it has spent and left what both runs have. Pure.
 */
export function withDrift(first: Report, red: readonly Red[], second: Report | undefined): Report {
  if (second === undefined) return { ...first, drift: [] };
  const drift = red.flatMap(({ clause, cases }): Drift[] => {
    const kind = kindOf(second, clause, cases);
    if (kind === undefined) return [];
    const exchanges = [...captured(first, clause, cases, 1), ...captured(second, clause, cases, 2)];
    return [{ clause, kind, exchanges }];
  });
  return { ...first, run: together(first.run, second.run), drift };
}

function kindOf(report: Report, clause: string, cases: readonly string[]): Drift["kind"] | undefined {
  const again = report.cases
    .filter(({ id }) => cases.includes(id))
    .flatMap(({ verdicts }) => verdicts.filter((verdict) => verdict.clause === clause));
  // What another failure explains was red again too.
  if (
    again.some(({ verdict, expected }) => verdict === "fail" || (verdict === "indeterminate" && expected !== undefined))
  )
    return "drift";
  return again.length > 0 && again.every(({ verdict }) => verdict === "pass") ? "flake" : undefined;
}

/** At most so many cases of a clause are shown. */
const shown = 3;

function captured(
  report: Report,
  clause: string,
  cases: readonly string[],
  capture: 1 | 2,
): readonly CapturedExchange[] {
  return cases.slice(0, shown).flatMap((id) => {
    const reported = report.cases.find((one) => one.id === id);
    const verdicts = reported?.verdicts.filter((verdict) => verdict.clause === clause) ?? [];
    const verdict = verdicts.find((one) => one.verdict === "fail") ?? verdicts[0];
    if (reported === undefined || verdict === undefined) return [];
    const ofStep = reported.exchanges.findLast(({ drive, step }) => drive === verdict.drive && step === verdict.step);
    const exchange = ofStep ?? tellingExchange(reported, verdict.drive);
    return exchange === undefined ? [] : [{ case: id, capture, exchange }];
  });
}

function casesThatFail(report: Report, clause: string): readonly string[] {
  return report.cases
    .filter(
      ({ random, verdicts }) =>
        random === undefined && verdicts.some((one) => one.clause === clause && one.verdict === "fail"),
    )
    .map(({ id }) => id);
}

function together(first: RunFacts, second: RunFacts): RunFacts {
  const unknown = [first.leftoversUnknown, second.leftoversUnknown].filter((why) => why !== undefined);
  const account = first.account && second.account && bothAccounts(first.account, second.account);
  return {
    ...first,
    seconds: first.seconds + second.seconds,
    requests: first.requests + second.requests,
    partial: first.partial || second.partial,
    leftovers: [...new Set([...first.leftovers, ...second.leftovers])],
    ...(unknown.length > 0 && { leftoversUnknown: unknown.join("; ") }),
    ...(account && { account }),
  };
}

function bothAccounts(first: AccountFacts, second: AccountFacts): AccountFacts {
  return {
    ...first,
    planned: {
      mutating: first.planned.mutating + second.planned.mutating,
      reading: first.planned.reading + second.planned.reading,
      bound: first.planned.bound + second.planned.bound,
    },
    sent: { mutating: first.sent.mutating + second.sent.mutating, reading: first.sent.reading + second.sent.reading },
    swept: first.swept + second.swept,
    inventory: first.inventory.map((before) => {
      const after = second.inventory.find(({ region }) => region === before.region);
      if (after === undefined) return before;
      return {
        region: before.region,
        before: before.before,
        after: after.after,
        appeared: before.appeared + after.appeared,
        vanished: before.vanished + after.vanished,
        changed: before.changed + after.changed,
        left: after.left,
      };
    }),
    settling: {
      repeated: first.settling.repeated + second.settling.repeated,
      longest: Math.max(first.settling.longest, second.settling.longest),
    },
    refusals: [...first.refusals, ...second.refusals],
  };
}

/** Whether a red clause was red again; everything that is red counts as it where nothing was asked twice. */
export function isDrift({ drift }: Pick<Report, "drift">, clause: string): boolean {
  return drift === undefined || drift.some((one) => one.clause === clause && one.kind === "drift");
}

/** Whether a red clause could not be observed a second time. */
export function isUnconfirmed({ drift }: Pick<Report, "drift">, clause: string): boolean {
  return drift !== undefined && !drift.some((one) => one.clause === clause);
}

/** What the second time told, a sentence a line. Pure. */
export function driftLines({ drift, clauses }: Pick<Report, "drift" | "clauses">): readonly string[] {
  if (drift === undefined) return [];
  const textOf = (id: string): string => oneLine(clauses.find((clause) => clause.id === id)?.text ?? "", 160);
  const lines = drift.map(({ clause, kind }) =>
    kind === "drift"
      ? `drift: ${clause} was red twice, the second time on fresh keys: ${textOf(clause)}`
      : `flake: ${clause} was red, and green when it was asked again: ${textOf(clause)}`,
  );
  const told = new Set(drift.map(({ clause }) => clause));
  const rest = clauses.flatMap(({ id, verdict }) => (verdict === "fail" && !told.has(id) ? [id] : []));
  if (rest.length > 0) lines.push(`red, and known, or not to be observed a second time: ${rest.join(", ")}`);
  return lines.length === 0 ? ["drift: none"] : lines;
}

/** A clause that was red twice in one shard drifts, whatever it was in another. */
export function mergeDrift(reports: readonly Report[]): Pick<Report, "drift"> {
  if (reports.every(({ drift }) => drift === undefined)) return {};
  const byClause = Map.groupBy(
    reports.flatMap(({ drift = [] }) => drift),
    ({ clause }) => clause,
  );
  const drift = [...byClause].map(([clause, parts]) => ({
    clause,
    kind: parts.some(({ kind }) => kind === "drift") ? ("drift" as const) : ("flake" as const),
    exchanges: parts.flatMap(({ exchanges }) => exchanges),
  }));
  return { drift };
}
