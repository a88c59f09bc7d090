import { type Level, levels, type VerdictKind } from "../../model.ts";
import { exitCodeOf, exitCodes } from "../exit-code.ts";
import { gates } from "../gating.ts";
import { leftoverNames, leftoversSentence } from "../leftovers.ts";
import { randomSentence } from "../random-results.ts";
import type { Report } from "../report.ts";
import type { ReporterContext } from "../reporter.ts";
import { runLines } from "../run-lines.ts";
import { percent } from "../score.ts";
import { clip, counted, html, type Markup, type Part } from "./markup.ts";
import { verdictOrder, verdictWords } from "./verdict-words.ts";

/** The head of the page: what was tested, and what came of it. */
export function headerView(report: Report, context: ReporterContext): Markup {
  const { target, contract, run } = report;
  const name = clip(target.name, 120);
  return html`<header><div class="masthead"><p class="eyebrow">ec2-contract · conformance report</p>
<button type="button" class="js-only" id="theme">Dark</button></div>
<h1>${contract.action} on <bdi>${name}</bdi>${target.version !== undefined && html` <bdi class="version">${clip(target.version, 60)}</bdi>`}</h1>
${outcome(report, context)}
${run.partial && html`<p class="warning">The run was stopped before its end: what follows is a part.</p>`}
${leftovers(run)}
${runLines(report).map((line) => html`<p>${clip(line, 400)}</p>`)}
</header>`;
}

function leftovers(run: Report["run"]): Markup | undefined {
  const sentence = leftoversSentence(run);
  if (sentence === undefined) return undefined;
  const { names, more } = leftoverNames(run.leftovers, (name) => html`<code>${clip(name, 200)}</code>`);
  return html`<p class="warning">${sentence}${names.length > 0 && html`: ${names.map((name, index) => html`${index > 0 && ", "}${name}`)}${more}`}</p>`;
}

/** The exit code of the run as a sentence. */
function outcome(report: Report, { known }: ReporterContext): Markup {
  const { run, clauses } = report;
  const gating = levels.slice(0, levels.indexOf(run.level) + 1);
  const failed = clauses.filter((clause) => clause.verdict === "fail" && gates(clause, run)).length;
  const pinned = run.asOf === undefined ? "" : ` of ${run.asOf}`;
  const say = (kind: VerdictKind, sentence: string): Markup => html`<p class="outcome v-${kind}">${sentence}</p>`;
  switch (exitCodeOf(report, known)) {
    case exitCodes.bug:
      return say("error", "The harness itself broke on some clauses. Please report it.");
    case exitCodes.deviates:
      if (known !== undefined) return say("fail", "Deviates otherwise than its list of known deviations says.");
      return say(
        "fail",
        `Deviates from AWS: ${counted(failed, `${gating.join(" or ")} clause`)}${pinned} ${failed === 1 ? "fails" : "fail"}.`,
      );
    case exitCodes.unobserved:
      return levels.some((one) => report.score[one].indeterminate > 0)
        ? say("indeterminate", "Some clauses could not be observed.")
        : say("indeterminate", "The target was not seen to be as clean as before the run.");
    default:
      if ((known?.matched ?? 0) > 0) return say("pass", "Deviates exactly as its list of known deviations says.");
      return say("pass", `Conforms: no ${gating.join(" or ")} clause${pinned} fails.`);
  }
}

/** The two scores, never merged, and the verdicts by level. */
export function scoresView({ score, clauses }: Report): Markup {
  const failed = clauses.filter(({ verdict }) => verdict === "fail").length;
  const judgeable = score.clauses - score.open;
  const kinds = verdictOrder.filter((kind) => clauses.some(({ verdict }) => verdict === kind));
  return html`<section class="scores" aria-labelledby="scores"><h2 id="scores" class="sr">Scores</h2>
<dl class="figures">
<div class="figure"><dt>Divergence</dt><dd><span class="number">${percent(score.divergence)}</span>${bar([
    ["fail", failed],
    ["pass", score.judged - failed],
  ])}<span class="explained">${filterLink("verdict=fail", html`${failed} of ${counted(score.judged, "judged clause")}`)} ${failed === 1 ? "fails" : "fail"}</span></dd></div>
<div class="figure"><dt>Coverage</dt><dd><span class="number">${percent(score.coverage)}</span>${bar([
    ["covered", score.judged],
    ["not-run", judgeable - score.judged],
  ])}<span class="explained">${score.judged} of ${counted(judgeable, "clause")} that can be judged; ${filterLink("verdict=open", html`${score.open} more`)} are open</span></dd></div>
</dl>
<table class="tally"><caption class="sr">Verdicts by level</caption><thead><tr><th scope="col">Level</th>${kinds.map((kind) => html`<th scope="col">${verdictWords[kind].label}</th>`)}</tr></thead>
<tbody>${levels.map((level) => levelRow(level, score[level], kinds))}</tbody></table>
</section>`;
}

function levelRow(level: Level, tally: Report["score"]["must"], kinds: readonly VerdictKind[]): Markup {
  const cells = kinds.map((kind) => {
    const count = tally[kind];
    if (count === 0) return html`<td class="zero">0</td>`;
    return html`<td class="t-${kind}">${filterLink(`level=${level}&verdict=${kind}`, html`${count}`, ` ${verdictWords[kind].label}, level ${level}`)}</td>`;
  });
  return html`<tr><th scope="row">${level}</th>${cells}</tr>`;
}

/** Text without a script, a link to a filtered view with one. */
function filterLink(query: string, text: Markup, more = ""): Markup {
  return html`<span data-filter="${query}">${text}${more !== "" && html`<span class="sr">${more}</span>`}</span>`;
}

/** Proportions as a drawing: the page's policy allows no style attributes. */
function bar(shares: readonly (readonly [name: string, count: number])[]): Markup {
  const whole = shares.reduce((sum, [, count]) => sum + count, 0);
  let x = 0;
  const rectangles: Part[] = shares.map(([name, count]) => {
    const width = whole === 0 ? 0 : Math.round((count / whole) * 1000) / 10;
    const rectangle = html`<rect class="b-${name}" x="${x}" y="0" width="${width}" height="1"/>`;
    x = Math.round((x + width) * 10) / 10;
    return rectangle;
  });
  return html`<svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">${rectangles}</svg>`;
}

/** What one has to know to get this report again. */
export function factsView(report: Report): Markup {
  const { target, contract, run, tool, cases } = report;
  const random = randomSentence(report);
  const facts: readonly (readonly [string, Part])[] = [
    [
      "Target",
      html`<bdi>${clip(target.name, 120)}</bdi>${target.version !== undefined && html` <bdi>${clip(target.version, 60)}</bdi>`}`,
    ],
    ["Endpoint", html`<code>${clip(target.endpoint, 200)}</code>`],
    ...(target.recordedAt === undefined ? [] : [["Recorded", clip(target.recordedAt, 40)] as const]),
    ["Contract", html`${contract.action} ${contract.apiVersion}, <code>${contract.sha256.slice(0, 12)}</code>`],
    [
      "Authority",
      `${run.authority} behaviour gates, up to level ${run.level}${run.asOf === undefined ? "" : `, as of ${run.asOf}`}`,
    ],
    ["Drives", run.drives.join(" and ")],
    ["Regions", run.regions.join(", ")],
    ["Seed", html`<code>${run.seed}</code>`],
    ...(random === undefined ? [] : [["Random part", random] as const]),
    ["Run", html`<code>${run.id}</code>`],
    ["Started", html`<time datetime="${run.startedAt}">${run.startedAt.slice(0, 16).replace("T", " ")} UTC</time>`],
    ["Took", `${run.seconds.toFixed(1)} s, ${cases.length} cases, ${run.requests} requests`],
    ["Made by", `${tool.name} ${tool.version}`],
  ];
  const items = facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`);
  return html`<section class="facts" aria-labelledby="facts"><h2 id="facts" class="sr">The run</h2><dl>${items}</dl></section>`;
}

/** What the page does not show, and where it is. */
export function footerView({ tool, cases }: Report, shown: number): Markup {
  const exchanges = cases.reduce((sum, reported) => sum + reported.exchanges.length, 0);
  return html`<footer><h2>What was left out</h2>
<p>The run kept ${counted(exchanges, "exchange")} of ${counted(cases.length, "case")}. To stay small, this page shows the wire of ${counted(shown, "case")}: of each clause up to eight that fail, and one that passes. Clean-up requests are not shown, long values are cut in the middle (the commands to copy are whole), and the SDK’s exchange is shown where it differs from the raw one. The JSON report has everything: <code>--reporter json=FILE</code>.</p>
<p>Run one case again with <code>ec2-contract test TARGET --only CASE</code>. The page loads nothing from anywhere. Made by ${tool.name} ${tool.version}.</p></footer>`;
}
