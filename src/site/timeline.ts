import { changes, type Verdicts } from "../history/version-changes.ts";
import type { VerdictKind } from "../model.ts";
import type { History, HistoryRun, MeasuredRun } from "./history.ts";

/** What a release did to clauses: against the verdict that each had when it was last judged. */
export interface ReleaseChanges {
  readonly run: MeasuredRun;
  /** The version that was run before it: what changed may have come with one between them, where there are any. */
  readonly after?: string;
  /** Failed before, and now pass. */
  readonly mended: readonly string[];
  /** Passed before, and now fail. */
  readonly broke: readonly string[];
}

/** Releases that follow each other, in which a clause came out the same. */
export interface Span {
  readonly verdict: VerdictKind;
  readonly from: MeasuredRun;
  readonly to: MeasuredRun;
}

/** The releases that could be run, the oldest first. */
export function measuredRuns({ runs }: History): readonly MeasuredRun[] {
  return runs.filter(isMeasured);
}

function isMeasured(run: HistoryRun): run is MeasuredRun {
  return run.kind === "measured";
}

/** What each release changed, the oldest first; the first of all changed nothing. */
export function releaseChanges(history: History): readonly ReleaseChanges[] {
  let last: Verdicts = {};
  return measuredRuns(history).map((run, index, runs) => {
    const after = runs[index - 1]?.version;
    const found = {
      run,
      ...(after !== undefined && { after }),
      mended: changes(run.verdicts, last, undefined).map(({ clause }) => clause),
      broke: changes(last, run.verdicts, undefined).map(({ clause }) => clause),
    };
    last = { ...last, ...judgedOf(run.verdicts) };
    return found;
  });
}

function judgedOf(verdicts: Verdicts): Verdicts {
  return Object.fromEntries(Object.entries(verdicts).filter(([, kind]) => kind === "pass" || kind === "fail"));
}

/** How a clause came out over all releases that were run, the newest first. */
export function spansOf(history: History, clause: string): readonly Span[] {
  const spans: Span[] = [];
  for (const run of measuredRuns(history)) {
    const verdict = run.verdicts[clause] ?? "not-run";
    const last = spans.at(-1);
    if (last?.verdict === verdict) spans[spans.length - 1] = { ...last, to: run };
    else spans.push({ verdict, from: run, to: run });
  }
  return spans.toReversed();
}

/** The releases of one emulator as a chart has them: those whose day is known. */
export interface Series {
  readonly name: string;
  /** In the order of their versions, which is that of their days, too. */
  readonly line: readonly DatedRun[];
  /** Of a series that was kept up when a newer one was there already: no step of the line. */
  readonly aside: readonly DatedRun[];
}

export interface DatedRun {
  readonly version: string;
  readonly day: string;
  readonly divergence: number;
}

/** What of a history a chart shows. Pure. */
export function seriesOf(history: History): Series {
  const all = measuredRuns(history).flatMap((run) => dated(run));
  const isAside = ({ day }: DatedRun, index: number): boolean => all.slice(index + 1).some((later) => later.day < day);
  return {
    name: history.emulator,
    line: all.filter((run, index) => !isAside(run, index)),
    aside: all.filter(isAside),
  };
}

function dated({ version, released, score }: MeasuredRun): readonly DatedRun[] {
  return released === undefined ? [] : [{ version, day: released, divergence: score.divergence }];
}
