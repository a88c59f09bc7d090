import { levels } from "../../model.ts";
import { standing } from "../describe-clause.ts";
import { exitCodeOf, exitCodes } from "../exit-code.ts";
import { blockedBy, type Finding, failuresByCause, findingsByClause, unobserved } from "../findings.ts";
import { gatingWords } from "../gating.ts";
import { leftoverNames, leftoversSentence } from "../leftovers.ts";
import { randomSentence } from "../random-results.ts";
import type { Report, ReportedClause } from "../report.ts";
import type { Reporter, ReporterContext } from "../reporter.ts";
import { runLines } from "../run-lines.ts";
import { percent } from "../score.ts";
import { markdownCauses } from "./causes.ts";
import { markdownDetail, markdownKnown } from "./detail.ts";
import { type Budget, budget, code, escapeMarkdown, row, summaryLimit } from "./markdown-text.ts";

/** For a GitHub job summary: the score, why, what fails with its wire and repro, and the known deviations. At most 1 MB. */
export const markdown: Reporter = (report, context) => {
  const findings = findingsByClause(report);
  const failing = failuresByCause(report);
  const page = budget(summaryLimit);
  page.must(head(report, context));
  page.must(markdownCauses(report));
  if (context.known) page.must(markdownKnown(report, context.known));
  const rowless = failing.length - tables(page, report, failing, findings);
  page.must(why("Not observed", unobserved(report)));
  page.must(
    why(
      "Skipped",
      report.clauses.filter(({ verdict }) => verdict === "skip"),
    ),
  );
  const details = failing.map((clause) => markdownDetail(report, clause, findings.get(clause.id) ?? [], context));
  const wireless = details.findIndex((detail) => !page.add(detail));
  const left = wireless === -1 ? 0 : details.length - wireless;
  if (rowless + left > 0) page.must(leftOut(rowless, left));
  return page.text();
};

const outcomes: Readonly<Record<number, string>> = {
  [exitCodes.conforms]: "✅",
  [exitCodes.deviates]: "❌",
  [exitCodes.unobserved]: "⚠️",
  [exitCodes.bug]: "💥",
};

function head(report: Report, { known }: ReporterContext): string {
  const { contract, target, run, score } = report;
  const failed = levels.reduce((sum, level) => sum + score[level].fail, 0);
  const version = target.version === undefined ? "" : ` ${code(target.version, 100)}`;
  const cells = levels.map((level) => {
    const { pass, fail, indeterminate, error, skip, open } = score[level];
    return row(level, ...[pass, fail, indeterminate, error, skip, open].map(String));
  });
  return `## ${outcomes[exitCodeOf(report, known)] ?? ""} ${escapeMarkdown(contract.action)} · ${code(target.name, 100)}${version}

**Coverage ${percent(score.coverage)}** (${score.judged} of ${score.clauses - score.open} clauses judged) · **divergence ${percent(score.divergence)}** (${failed} of ${score.judged} fail)${run.partial ? " · **stopped before its end**" : ""}

${[row("level", "pass", "fail", "not observed", "broken", "skipped", "open"), row("---", ...Array(6).fill("--:")), ...cells].join("\n")}

${code(target.endpoint)}${target.recordedAt === undefined ? "" : ` · recorded ${code(target.recordedAt)}`} · ${report.cases.length} cases, ${run.requests} requests, ${run.seconds.toFixed(1)} s, seed ${run.seed} · authority ${run.authority} · ${gatingWords(report)}${random(report)}${account(report)}${leftovers(run)}
`;
}

function random(report: Report): string {
  const sentence = randomSentence(report);
  return sentence === undefined ? "" : ` · ${escapeMarkdown(sentence)}`;
}

function account(report: Report): string {
  return runLines(report)
    .map((line) => `\n\n${code(line)}`)
    .join("");
}

function leftovers(run: Report["run"]): string {
  const sentence = leftoversSentence(run);
  if (sentence === undefined) return "";
  const { names, more } = leftoverNames(run.leftovers, (name) => code(name));
  return `\n\n**${escapeMarkdown(sentence, 600)}**${names.length > 0 ? `: ${names.join(", ")}${more}` : ""}`;
}

/** One table an area. @returns how many rows there was room for. */
function tables(
  page: Budget,
  report: Report,
  failing: readonly ReportedClause[],
  findings: ReadonlyMap<string, readonly Finding[]>,
) {
  let rows = 0;
  for (const [area, clauses] of Map.groupBy(failing, (clause) => clause.area)) {
    const first = clauses[0];
    if (first === undefined) continue;
    const top = [
      `### ${area}\n`,
      row("clause", "level", "", "expected", "observed", "cases"),
      row(...Array(6).fill("---")),
    ];
    for (const [index, clause] of clauses.entries()) {
      const line = failingRow(report, clause, findings.get(clause.id) ?? []);
      if (!page.add(index === 0 ? [...top, line].join("\n") : line)) return rows;
      rows++;
    }
    page.must("");
  }
  return rows;
}

function failingRow(report: Report, clause: ReportedClause, findings: readonly Finding[]): string {
  const { id, text, verdict, cases } = clause;
  const blocked = blockedBy(report, id);
  const same = findings.filter((finding) => finding.verdict.verdict === verdict);
  const [first] = same;
  const failed = new Set(same.map(({ reported }) => reported.id)).size;
  const actual =
    verdict === "error"
      ? `ec2-contract broke: ${first?.verdict.why ?? clause.why ?? ""}`
      : (first?.verdict.actual ?? "");
  return row(
    code(id),
    standing(clause),
    escapeMarkdown(text) + (blocked.length > 0 ? ` (blocks ${blocked.map((one) => one.id).join(" ")})` : ""),
    code(first?.verdict.expected ?? ""),
    code(actual),
    `${failed} of ${cases.length}`,
  );
}

/** Each reason once, with the clauses that it keeps from being judged. */
function why(title: string, clauses: readonly ReportedClause[]): string {
  if (clauses.length === 0) return "";
  const groups = [...Map.groupBy(clauses, (clause) => clause.why ?? "no reason was given")];
  const lines = groups
    .slice(0, 20)
    .map(([reason, { length }]) => `- ${length} ${length === 1 ? "clause" : "clauses"}: ${code(reason)}`);
  const more = groups.length > 20 ? [`- and ${groups.length - 20} more reasons`] : [];
  return `### ${title}\n\n${[...lines, ...more].join("\n")}\n`;
}

function leftOut(rows: number, details: number): string {
  const parts = [
    ...(rows > 0 ? [`${rows} failing clauses`] : []),
    ...(details > 0 ? [`wire and repro of ${details}`] : []),
  ];
  return `\n> **Left out**, as GitHub shows no summary of more than 1 MB: ${parts.join(", and ")}. All of it is in \`--reporter json=FILE\`.`;
}
