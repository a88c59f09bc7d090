import type { KnownOutcome } from "../../known/match-known.ts";
import type { ReportedClause } from "../report.ts";

/** How a clause stands to the list of known deviations: it fails as listed, it fails otherwise, or it is listed and passes. */
export type KnownMark = "known" | "new" | "stale";

/** What the marks say on the page. */
export const knownWords = {
  new: "new deviation",
  known: "known deviation",
  stale: "listed, but passes now",
} as const satisfies Readonly<Record<KnownMark, string>>;

/** The marks by clause; none where no list was given. */
export function knownMarks(
  clauses: readonly ReportedClause[],
  known: KnownOutcome | undefined,
): ReadonlyMap<string, KnownMark> {
  if (known === undefined) return new Map();
  const unlisted = new Set(known.unlisted.map(({ clause }) => clause));
  const stale = new Set(known.stale.map(({ entry }) => entry.clause));
  return new Map(
    clauses.flatMap(({ id, verdict }): (readonly [string, KnownMark])[] => {
      if (unlisted.has(id)) return [[id, "new"]];
      if (stale.has(id)) return [[id, "stale"]];
      return verdict === "fail" ? [[id, "known"]] : [];
    }),
  );
}
