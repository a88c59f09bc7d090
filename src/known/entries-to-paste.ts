import { stringify } from "yaml";
import type { Report } from "../report/report.ts";
import type { Deviation } from "./match-known.ts";

/** Days until an entry is to be looked at again. */
const reviewDays = 90;

/** Deviations as entries of a file of known deviations, for somebody to give their reasons. */
export function entriesToPaste(report: Report, deviations: readonly Deviation[]): string {
  const review = new Date(Date.parse(report.run.startedAt) + reviewDays * 86_400_000).toISOString().slice(0, 10);
  const entries = deviations.map(({ clause, cases }) => ({
    clause,
    ...(cases && { case: cases }),
    reason: "say why",
    review,
  }));
  return stringify(entries, { lineWidth: 0 }).trimEnd();
}
