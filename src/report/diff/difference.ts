import type { Drive, VerdictKind } from "../../model.ts";
import type { Report, ReportedClause, RunFacts, Score } from "../report.ts";

/** In the order in which they are told. `fails-otherwise`: the clause fails in both, other cases of it do. */
export const changeKinds = ["newly-failing", "newly-passing", "new", "gone", "changed", "fails-otherwise"] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** What changed from one report to another: what `ec2-contract diff --reporter json` writes. */
export interface Difference {
  readonly schemaVersion: "1";
  readonly old: Side;
  readonly new: Side;
  /** Clauses that passed and now fail. */
  readonly regressions: readonly string[];
  readonly counts: Readonly<Record<ChangeKind, number>>;
  /** Those that changed, by area and kind. */
  readonly clauses: readonly ClauseChange[];
}

export interface Side {
  readonly contract: Report["contract"];
  readonly target: Report["target"];
  readonly run: Pick<RunFacts, "id" | "startedAt" | "authority" | "seed" | "partial">;
  readonly score: Score;
}

export interface ClauseChange extends Pick<ReportedClause, "id" | "area" | "level" | "text"> {
  readonly kind: ChangeKind;
  /** It passed, and now fails. */
  readonly regression: boolean;
  /** Null where the contract of that report has no such clause. */
  readonly old: VerdictKind | null;
  readonly new: VerdictKind | null;
  /** Cases whose verdict changed. */
  readonly cases: readonly CaseChange[];
}

export interface CaseChange {
  readonly id: string;
  readonly title: string;
  readonly drive: Drive;
  /** Null where the case did not judge the clause. */
  readonly old: VerdictKind | null;
  readonly new: VerdictKind | null;
  /** Of the new failure. */
  readonly expected?: string;
  readonly actual?: string;
}

/** How a kind of change is told. */
export const changeWords = {
  "newly-failing": { mark: "✗", words: "newly failing" },
  "newly-passing": { mark: "✓", words: "newly passing" },
  new: { mark: "+", words: "new" },
  gone: { mark: "-", words: "gone" },
  changed: { mark: "~", words: "changed otherwise" },
  "fails-otherwise": { mark: "≈", words: "failing as before, by other cases" },
} as const satisfies Readonly<Record<ChangeKind, { readonly mark: string; readonly words: string }>>;

/** `2 newly failing (1 of them passed before), 0 newly passing, …`. */
export function countsInWords({ counts, regressions }: Difference): string {
  return (Object.keys(changeWords) as ChangeKind[])
    .map((kind) => {
      const passed =
        kind === "newly-failing" && counts[kind] > 0 ? ` (${regressions.length} of them passed before)` : "";
      return `${counts[kind]} ${changeWords[kind].words}${passed}`;
    })
    .join(", ");
}

/** Why two reports may differ without the target's doing. */
export function caveats({ old, new: now }: Difference): readonly string[] {
  const differs = (of: (side: Side) => unknown): boolean => of(old) !== of(now);
  return [
    ...(differs(({ contract }) => contract.sha256) ? ["they are judged by different contracts"] : []),
    ...(differs(({ run }) => run.authority) ? ["they are judged by different authorities"] : []),
    ...(differs(({ run }) => run.seed) ? ["their seeds differ"] : []),
    ...(old.run.partial || now.run.partial ? ["not all of them ran to its end"] : []),
  ];
}
