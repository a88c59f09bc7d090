import { isDeepStrictEqual } from "node:util";
import { UsageError } from "../errors.ts";
import type { Drive, Layer, Verdict, VerdictKind } from "../model.ts";
import { mustAgree, type Named } from "./comparable.ts";
import { mergeDrift } from "./drift.ts";
import type { Report, ReportedCase, ReportedClause, RunFacts } from "./report.ts";
import { scoreOf, worst } from "./score.ts";

/**
 * The report of all shards of a run, without causes: those are of the whole. Pure. The merge of one report is that report.
 * @param order the ids of the plan's cases; those that it lacks come last.
 * @throws {UsageError} for reports that are no shards of one run.
 */
export function mergeReports(named: readonly Named[], order: readonly string[] = []): Report {
  mustAgree("merge", named, ["contract", "target", "authority", "seed", "regions"], "Name the shards of one run.");
  mustBeWhole(named);
  const reports = named.map(({ report }) => report);
  const [first] = reports;
  if (first === undefined) throw new UsageError("Failed to merge: no report is named. Name at least one.");
  if (reports.length === 1) return { ...first, run: { ...first.run, shard: null } };
  const place = new Map(order.map((id, index) => [id, index]));
  const clauses = first.clauses.map(({ id }) =>
    mergeClause(
      reports.flatMap((one) => one.clauses.filter((clause) => clause.id === id)),
      place,
    ),
  );
  const { causes: _, unexplained: __, ...head } = first;
  return {
    ...head,
    run: mergeRuns(reports.map(({ run }) => run)),
    score: scoreOf(clauses),
    clauses,
    cases: mergeCases(named, order),
    ...mergeDrift(reports),
  };
}

/** @throws {UsageError} where the reports are parts of a whole, and one is missing or of another division. */
function mustBeWhole(named: readonly Named[]): void {
  const [first, ...rest] = named.filter(({ report }) => report.run.shard !== null);
  const shard = first?.report.run.shard;
  if (first === undefined || !shard) return;
  const stranger = rest.find(({ report }) => report.run.shard?.of !== shard.of);
  if (stranger !== undefined || rest.length + 1 < named.length) {
    const other = stranger ?? named.find(({ report }) => report.run.shard === null);
    throw new UsageError(
      `Failed to merge ${first.name} and ${other?.name}: the first is one of ${shard.of} shards, the other is not. Name the shards of one run.`,
    );
  }
  const there = new Set(named.map(({ report }) => report.run.shard?.index));
  const missing = Array.from({ length: shard.of }, (_, place) => place + 1).filter((index) => !there.has(index));
  if (missing.length > 0) {
    throw new UsageError(
      `Failed to merge ${named.map(({ name }) => name).join(", ")}: of ${shard.of} shards ${missing.map((index) => `${index}/${shard.of}`).join(", ")} is missing. Name the reports of all.`,
    );
  }
}

/** The worst of all; as `worst` of the worsts is the worst of all, nothing is judged again. */
function mergeClause(parts: readonly ReportedClause[], place: ReadonlyMap<string, number>): ReportedClause {
  const verdict = worst(parts.map((part) => part.verdict));
  const layer = (name: Layer): VerdictKind | null => {
    const kinds = parts.flatMap((part) => part[name] ?? []);
    return kinds.length === 0 ? null : worst(kinds);
  };
  const telling = parts.find((part) => part.verdict === verdict);
  const { why: _, ...first } = parts[0] as ReportedClause;
  return {
    ...first,
    verdict,
    documented: layer("documented"),
    observed: layer("observed"),
    ...(telling?.why !== undefined && { why: telling.why }),
    cases: [...new Set(parts.flatMap(({ cases }) => cases))].toSorted(
      (a, b) => (place.get(a) ?? place.size) - (place.get(b) ?? place.size),
    ),
  };
}

function mergeCases(named: readonly Named[], order: readonly string[]): readonly ReportedCase[] {
  const merged = new Map<string, { readonly name: string; readonly reported: ReportedCase }>();
  for (const { name, report } of named) {
    for (const reported of report.cases) {
      const before = merged.get(reported.id);
      merged.set(reported.id, {
        name,
        reported: before === undefined ? reported : mergeCase(before.name, before.reported, name, reported),
      });
    }
  }
  const place = new Map(order.map((id, index) => [id, index]));
  const placeOf = ({ id }: ReportedCase): number => place.get(id) ?? order.length;
  return [...merged.values()].map(({ reported }) => reported).toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** Parts of one case: shards may be of drives or areas, and then share cases, but no verdict. */
function mergeCase(oldName: string, old: ReportedCase, newName: string, more: ReportedCase): ReportedCase {
  if (isDeepStrictEqual(old, more)) return old;
  const key = ({ clause, drive }: Verdict): string => `${clause} by ${drive}`;
  const judged = new Set(old.verdicts.map(key));
  const twice = more.verdicts.find((verdict) => judged.has(key(verdict)));
  if (twice !== undefined) {
    throw new UsageError(
      `Failed to merge ${oldName} and ${newName}: both judge ${key(twice)} in the case ${old.id}. Name the shards of one run, or compare them with "ec2-contract diff".`,
    );
  }
  return {
    ...old,
    verdicts: [...old.verdicts, ...more.verdicts],
    disagreements: [...old.disagreements, ...more.disagreements],
    repro: { curl: old.repro.curl ?? more.repro.curl, aws: old.repro.aws ?? more.repro.aws },
    exchanges: [...old.exchanges, ...more.exchanges],
  };
}

/** Seconds and requests are those of all shards together; what identifies the run is the first one's. */
function mergeRuns(runs: readonly RunFacts[]): RunFacts {
  const first = runs[0] as RunFacts;
  const drives = (["raw", "sdk", "wrapper"] as const satisfies readonly Drive[]).filter((drive) =>
    runs.some((run) => run.drives.includes(drive)),
  );
  const sum = (of: (run: RunFacts) => number): number => runs.reduce((total, run) => total + of(run), 0);
  const { leftoversUnknown: _, ...kept } = first;
  const unknown = [...new Set(runs.flatMap(({ leftoversUnknown }) => leftoversUnknown ?? []))];
  return {
    ...kept,
    startedAt: runs.map(({ startedAt }) => startedAt).toSorted()[0] ?? first.startedAt,
    seconds: Math.round(sum(({ seconds }) => seconds) * 1000) / 1000,
    drives,
    shard: null,
    requests: sum(({ requests }) => requests),
    partial: runs.some(({ partial }) => partial),
    keys: mergeKeys(runs),
    leftovers: [...new Set(runs.flatMap(({ leftovers }) => leftovers))],
    ...(unknown.length > 0 && { leftoversUnknown: unknown.join("; ") }),
  };
}

/** Each shard drew its own keys: the first one's keep their names, the others' have the number of their shard. */
function mergeKeys(runs: readonly RunFacts[]): Readonly<Record<string, string>> {
  const merged: Record<string, string> = {};
  for (const [index, { keys }] of runs.entries()) {
    for (const [name, line] of Object.entries(keys)) {
      if (merged[name] === undefined) merged[name] = line;
      else if (merged[name] !== line) merged[`${name}#${index + 1}`] = line;
    }
  }
  return merged;
}
