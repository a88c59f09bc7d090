import type { Drive, VerdictKind } from "../../model.ts";
import type { Report, ReportedClause, RunFacts, Score } from "../report.ts";

/** Several targets by the clauses of one contract: what `ec2-contract matrix --reporter json` writes. */
export interface Matrix {
  readonly schemaVersion: "1";
  readonly tool: Report["tool"];
  readonly contract: Report["contract"];
  readonly authority: RunFacts["authority"];
  readonly targets: readonly MatrixTarget[];
  readonly clauses: readonly MatrixClause[];
}

export interface MatrixTarget {
  /** Tells it from the other targets of the matrix. */
  readonly label: string;
  readonly target: Report["target"];
  readonly run: Pick<RunFacts, "id" | "startedAt" | "seconds" | "requests" | "drives" | "partial">;
  readonly score: Score;
}

export interface MatrixClause extends Pick<ReportedClause, "id" | "area" | "level" | "text"> {
  /** All targets have the same verdict. */
  readonly agree: boolean;
  /** One a target, in their order. */
  readonly cells: readonly MatrixCell[];
}

export interface MatrixCell extends Pick<ReportedClause, "verdict" | "documented" | "observed" | "why"> {
  /** How many cases judged it. */
  readonly cases: number;
  readonly failures: readonly MatrixFailure[];
}

export interface MatrixFailure {
  readonly case: string;
  readonly drive: Drive;
  readonly expected: string;
  readonly actual: string;
}

/** How a verdict looks: a mark that takes one column, and a word. */
export const verdictMarks = {
  pass: { mark: "✓", emoji: "✅", word: "pass" },
  fail: { mark: "✗", emoji: "❌", word: "fail" },
  indeterminate: { mark: "?", emoji: "❔", word: "not observed" },
  error: { mark: "!", emoji: "💥", word: "ec2-contract broke" },
  skip: { mark: "-", emoji: "➖", word: "skipped" },
  open: { mark: "o", emoji: "⚪", word: "open" },
  "not-run": { mark: "·", emoji: "·", word: "not run" },
} as const satisfies Readonly<
  Record<VerdictKind, { readonly mark: string; readonly emoji: string; readonly word: string }>
>;
