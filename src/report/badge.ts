import { levels } from "../model.ts";
import { isLater } from "../spec/since.ts";
import { safeJson } from "./escape.ts";
import { gates } from "./gating.ts";
import type { Report } from "./report.ts";
import type { Reporter, ReporterContext } from "./reporter.ts";
import { percent } from "./score.ts";

/** What https://shields.io/badges/endpoint-badge reads. Coverage and divergence are two scores, also where room is short. */
export const badge: Reporter = (report, context) => {
  const { score, contract } = report;
  return safeJson({
    schemaVersion: 1,
    label: `EC2 ${contract.action}`,
    message:
      score.judged === 0
        ? "nothing judged"
        : `coverage ${percent(score.coverage)} · divergence ${percent(score.divergence)}`,
    color: colour(report, context),
    ...(errors(report) > 0 && { isError: true }),
  });
};

/** Red fails the run, yellow is below what gates, orange could not be observed, yellowgreen deviates exactly as known. */
function colour(report: Report, { known }: ReporterContext): string {
  const { score, run, clauses } = report;
  const failed = clauses.filter(({ verdict }) => verdict === "fail");
  const counting = clauses.filter((clause) => !isLater(clause, run.asOf));
  if (errors(report) > 0 || score.judged === 0) return "lightgrey";
  if (known === undefined ? failed.some((clause) => gates(clause, run)) : !known.exact) return "red";
  if (counting.some(({ verdict }) => verdict === "indeterminate")) return "orange";
  if (known !== undefined && score.divergence > 0) return "yellowgreen";
  return failed.length > 0 ? "yellow" : "brightgreen";
}

function errors({ score }: Report): number {
  return levels.reduce((sum, level) => sum + score[level].error, 0);
}
