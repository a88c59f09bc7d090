import type { Verdicts } from "../history/version-changes.ts";
import type { Level } from "../model.ts";
import type { Score } from "../report/report.ts";

/** How the releases of one emulator did, the oldest first: a file of `site/history/`. */
export interface History {
  readonly emulator: string;
  readonly runs: readonly HistoryRun[];
}

/** What became of one release. */
export type HistoryRun = MeasuredRun | UntestedRun;

interface Release {
  readonly version: string;
  /** The day of its release, as the registry tells it: ISO 8601. */
  readonly released?: string;
  /** The day on which it was tried: ISO 8601. */
  readonly tried: string;
  /** The start of the contract's SHA-256. */
  readonly contract: string;
  /** What it was installed with is as old as it is; absent where that is the newest. */
  readonly dependencies?: "of-its-day";
}

export interface MeasuredRun extends Release {
  readonly kind: "measured";
  readonly score: HistoryScore;
  /** The faults that explain best what fails, what explains most first. */
  readonly causes: readonly string[];
  readonly verdicts: Verdicts;
}

/** A release that could not be installed, or did not start. */
export interface UntestedRun extends Release {
  readonly kind: "untested";
  readonly why: string;
}

/** A score as it was when it was measured: levels and grounds of clauses may have changed since. */
export interface HistoryScore extends Pick<Score, "clauses" | "open" | "judged" | "coverage" | "divergence"> {
  /** How many clauses of each level fail. */
  readonly failed: Readonly<Record<Level, number>>;
}

/** Digits of the contract's SHA-256 that a run is kept with. */
export const contractDigits = 12;
