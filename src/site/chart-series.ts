import type { History, MeasuredRun } from "./history.ts";
import { measuredRuns } from "./timeline.ts";

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
