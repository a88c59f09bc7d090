import { levels } from "../model.ts";
import { safeJson } from "./escape.ts";
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
  const { score, run } = report;
  const failed = (gates: boolean): number =>
    levels
      .filter((level) => levels.indexOf(level) <= levels.indexOf(run.level) === gates)
      .reduce((sum, level) => sum + score[level].fail, 0);
  if (errors(report) > 0 || score.judged === 0) return "lightgrey";
  if (known === undefined ? failed(true) > 0 : !known.exact) return "red";
  if (levels.some((level) => score[level].indeterminate > 0)) return "orange";
  if (known !== undefined && score.divergence > 0) return "yellowgreen";
  return failed(false) > 0 ? "yellow" : "brightgreen";
}

function errors({ score }: Report): number {
  return levels.reduce((sum, level) => sum + score[level].error, 0);
}
