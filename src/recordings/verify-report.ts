import type { Action } from "../action.ts";
import { attribute } from "../judge/attribute.ts";
import { judge } from "../judge/judge.ts";
import { type Judging, twinOutcome } from "../judge/judging.ts";
import { settle } from "../judge/settle.ts";
import type { Capability, Case, Drive, Observation, Verdict } from "../model.ts";
import { plan } from "../plan/plan.ts";
import { buildReport } from "../report/build-report.ts";
import type { Report, ReportedCase } from "../report/report.ts";
import type { Contract } from "../spec/contract.ts";
import { observeAgain } from "./observe-again.ts";

/** Something that the report says and its exchanges do not. */
export interface Difference {
  /** Where it stands: a case, a clause, or the score. */
  readonly where: string;
  readonly reported: string;
  readonly judged: string;
}

export interface Verification {
  readonly differences: readonly Difference[];
  /** Verdicts that were reached from the exchanges. */
  readonly judged: number;
  /** Verdicts that nothing in the report can confirm: of answers kept in part, and of cases that the plan lacks. */
  readonly taken: number;
  /** The report with the verdicts of now. */
  readonly report: Report;
}

/** Judges the exchanges of a report again. Pure: no clock, no network. */
export function verifyReport(contract: Contract, action: Action, report: Report): Verification {
  const { run } = report;
  const lacks = lacksOf(report);
  const judging: Judging = { contract, action, authority: run.authority, lacks };
  const planned = new Map(plan(contract, action, run.seed).map((one) => [one.id, one]));
  const reported = new Map(report.cases.map((one) => [one.id, one]));
  const seen = (id: string, drive: Drive): readonly Observation[] | undefined => {
    const [aCase, kept] = [planned.get(id), reported.get(id)];
    if (aCase === undefined || kept === undefined) return undefined;
    return observeAgain(contract, action, run, aCase, kept, drive);
  };
  let taken = 0;
  const unsettled = report.cases.map((kept): ReportedCase => {
    const aCase = planned.get(kept.id);
    const sightings = new Map(run.drives.map((drive) => [drive, seen(kept.id, drive)]));
    const isWhole =
      kept.verdicts.every(({ verdict }) => verdict !== "error") && ![...sightings.values()].includes(undefined);
    if (aCase === undefined || !isWhole) {
      taken += kept.verdicts.length;
      return kept;
    }
    const verdicts = run.drives.flatMap((drive) => {
      const observations = sightings.get(drive) ?? [];
      return judgeAgain(judging, aCase, drive, observations, kept, report, (id) => seen(id, drive));
    });
    const [raw = [], sdk = []] = [sightings.get("raw"), sightings.get("sdk")];
    const both = raw.length > 0 && sdk.length > 0;
    return { ...kept, verdicts, disagreements: both ? attribute(verdicts, raw, sdk) : [] };
  });
  const cases = settle(contract, action.accepts, unsettled, run.asOf);
  const differences = cases.flatMap((again) => {
    const kept = reported.get(again.id);
    return kept === undefined ? [] : compareCase(kept, again);
  });
  const target = { ...report.target, endpoint: new URL(report.target.endpoint) };
  const rebuilt = buildReport(contract, target, run, cases);
  // Only where every verdict is the same is it the sums that were edited.
  if (differences.length === 0) differences.push(...compareSums(report, rebuilt));
  const judged = cases.reduce((sum, { verdicts }) => sum + verdicts.length, 0) - taken;
  return {
    differences,
    judged,
    taken,
    report: { ...rebuilt, tool: report.tool, ...(report.drift && { drift: report.drift }) },
  };
}

/** What the target was said to lack, from the reasons of what was skipped. */
function lacksOf({ cases }: Report): Judging["lacks"] {
  const capabilities = ["signatures", "iam", "regions", "dry-run"] as const satisfies readonly Capability[];
  const whys = cases.flatMap(({ verdicts }) =>
    verdicts.flatMap((one) => (one.verdict === "skip" ? (one.why ?? []) : [])),
  );
  return Object.fromEntries(
    capabilities.flatMap((name) => {
      const why = whys.find((text) => text.startsWith(`${name}: `));
      return why === undefined ? [] : [[name, why.slice(name.length + 2)]];
    }),
  );
}

function judgeAgain(
  judging: Judging,
  planned: Case,
  drive: Drive,
  observations: readonly Observation[],
  kept: ReportedCase,
  report: Report,
  seen: (id: string) => readonly Observation[] | undefined,
): readonly Verdict[] {
  const before = kept.verdicts.filter((verdict) => verdict.drive === drive);
  const lacking = planned.needs.find((capability) => judging.lacks[capability] !== undefined);
  if (lacking !== undefined) {
    const why = `${lacking}: ${judging.lacks[lacking]}`;
    return before.map(({ clause }) => ({ clause, drive, verdict: "skip", why }));
  }
  if (observations.length === 0 && before.length === 0) return [];
  const twin = planned.twin === undefined ? undefined : seen(planned.twin);
  // A twin that ran in another shard, or outside of the selection, is only known by what was said of it.
  const outcome = twin === undefined ? toldOfTwin(planned, before) : twinOutcome(twin);
  const counts = new Set(report.clauses.filter(({ cases }) => cases.includes(planned.id)).map(({ id }) => id));
  for (const { clause } of before) counts.add(clause);
  return judge(judging, planned, drive, observations, outcome).filter(({ clause }) => counts.has(clause));
}

function toldOfTwin({ twin }: Case, verdicts: readonly Verdict[]) {
  const start = `its valid twin ${twin} was not accepted: `;
  const told = verdicts.find(({ why }) => why?.startsWith(start))?.why;
  return told === undefined ? undefined : ({ accepted: false, why: told.slice(start.length) } as const);
}

function compareCase(old: ReportedCase, again: ReportedCase): readonly Difference[] {
  const key = ({ clause, drive }: Verdict): string => `${old.id}, ${clause} by ${drive}`;
  const [was, is] = [old, again].map(({ verdicts }) => new Map(verdicts.map((one) => [key(one), JSON.stringify(one)])));
  const where = new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])]);
  const differences = [...where].flatMap((place) => different(place, was?.get(place), is?.get(place)));
  const sides = [old, again].map(({ disagreements }) => JSON.stringify(disagreements));
  return [...differences, ...different(`${old.id}, where raw and sdk differ`, sides[0], sides[1])];
}

function compareSums(old: Report, rebuilt: Report): readonly Difference[] {
  const is = new Map(rebuilt.clauses.map((clause) => [clause.id, verdictsOf(clause)]));
  const clauses = old.clauses.flatMap((clause) =>
    different(`clause ${clause.id}`, verdictsOf(clause), is.get(clause.id)),
  );
  return [...clauses, ...different("score", JSON.stringify(old.score), JSON.stringify(rebuilt.score))];
}

/** What follows from the verdicts of the cases; the rest is the contract's. */
function verdictsOf({ verdict, documented, observed, cases }: Report["clauses"][number]): string {
  return JSON.stringify({ verdict, documented, observed, cases });
}

function different(where: string, reported = "nothing", judged = "nothing"): readonly Difference[] {
  return reported === judged ? [] : [{ where, reported, judged }];
}
