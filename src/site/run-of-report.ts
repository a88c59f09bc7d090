import { compareVersions } from "../history/version-changes.ts";
import { levels } from "../model.ts";
import { oneLine } from "../report/escape.ts";
import type { Report } from "../report/report.ts";
import { contractDigits, type HistoryRun, type MeasuredRun } from "./history.ts";

/**
 * What is kept of the report on a release: where nothing could be judged, that it could not be run. Pure.
 * @param released the day of its release, where that is known.
 */
export function runOfReport(
  { contract, score, causes = [], clauses, run }: Report,
  version: string,
  released: string | undefined,
): HistoryRun {
  const { clauses: all, open, judged, coverage, divergence } = score;
  const failed = Object.fromEntries(levels.map((level) => [level, score[level].fail]));
  const release = {
    version,
    ...(released !== undefined && { released }),
    tried: run.startedAt.slice(0, 10),
    contract: contract.sha256.slice(0, contractDigits),
  };
  if (judged === 0) {
    const why = clauses.find(({ verdict }) => verdict === "indeterminate")?.why ?? "no clause was run";
    return { kind: "untested", ...release, why: oneLine(`Nothing could be judged: ${why}`, 400) };
  }
  return {
    kind: "measured",
    ...release,
    score: { clauses: all, open, judged, coverage, divergence, failed: failed as MeasuredRun["score"]["failed"] },
    causes: causes.flatMap(({ faults }) => faults.slice(0, 1)),
    verdicts: Object.fromEntries(clauses.map(({ id, verdict }) => [id, verdict])),
  };
}

/** The runs with one more, in the place of what was known of the same release. Pure. */
export function withRun(runs: readonly HistoryRun[], run: HistoryRun): readonly HistoryRun[] {
  const others = runs.filter(({ version }) => version !== run.version);
  return [...others, run].toSorted((a, b) => compareVersions(a.version, b.version));
}
