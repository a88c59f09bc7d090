import { type Level, levels, type VerdictKind } from "../../model.ts";
import { percent } from "../percent.ts";
import type { Report } from "../report.ts";
import { counted, html, type Markup, type Part } from "./markup.ts";
import { verdictOrder, verdictWords } from "./verdict-words.ts";

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
