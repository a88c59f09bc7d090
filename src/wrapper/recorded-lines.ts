import { oneLine } from "../report/escape.ts";
import type { Report } from "../report/report.ts";

/** What became of answers that AWS does not give: how many of them a wrapper noticed. */
export interface MutationScore {
  readonly noticed: readonly string[];
  readonly unnoticed: readonly string[];
}

const noticing = "V8MT";

/** The mutation score of a wrapper, from its report. */
export function mutationScore({ cases }: Report): MutationScore {
  const seen = cases.flatMap(({ id, verdicts }) =>
    verdicts.flatMap(({ clause, why }) => (clause === noticing && why !== undefined ? [{ id, why }] : [])),
  );
  const of = (word: string): readonly string[] => seen.filter(({ why }) => why === word).map(({ id }) => id);
  return { noticed: of("noticed"), unnoticed: of("not noticed") };
}

/** What a run of scenarios recorded and did not judge, a line each: risks, open policies, and the mutation score. */
export function recordedLines(report: Report): string {
  const lines = report.cases.flatMap(({ id, verdicts }) =>
    verdicts.flatMap(({ clause, verdict, why }) =>
      verdict === "open" && clause !== noticing && why !== undefined ? [`  ${id}: ${oneLine(why, 200)}\n`] : [],
    ),
  );
  const { noticed, unnoticed } = mutationScore(report);
  const all = noticed.length + unnoticed.length;
  const score =
    all === 0
      ? ""
      : `Of ${all} answers that AWS does not give, it noticed ${noticed.length}${unnoticed.length === 0 ? "" : `; not: ${unnoticed.join(", ")}`}.\n`;
  return `${lines.length === 0 ? "" : `Recorded, and not judged:\n${[...new Set(lines)].join("")}`}${score}`;
}
