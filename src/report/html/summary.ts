import { exitCodeOf } from "../exit-code.ts";
import { exitCodes } from "../exit-code-values.ts";
import type { Report } from "../report.ts";
import type { ReporterContext } from "../reporter.ts";
import { clip } from "./clip.ts";
import { html, type Markup } from "./markup.ts";

/** The head of the page: what was tested, and what came of it. */
export function headerView(report: Report, context: ReporterContext): Markup {
  const { target, contract, run } = report;
  const name = clip(target.name, 120);
  return html`<header><div class="masthead"><p class="eyebrow">ec2-contract · conformance report</p>
<button type="button" class="js-only" id="theme">Dark</button></div>
<h1>${contract.action} on <bdi>${name}</bdi>${target.version !== undefined && html` <bdi class="version">${clip(target.version, 60)}</bdi>`}</h1>
${outcome(report, context)}
${run.partial && html`<p class="warning">The run was stopped before its end: what follows is a part.</p>`}
${run.leftovers.length > 0 && html`<p class="warning">Left behind at the target: ${run.leftovers.slice(0, 20).map((left, index) => html`${index > 0 && ", "}<code>${clip(left, 200)}</code>`)}${run.leftovers.length > 20 && `, and ${run.leftovers.length - 20} more`}.</p>`}
</header>`;
}

/** The sentence that the exit code of the run says. */
function outcome(report: Report, { known }: ReporterContext): Markup {
  const code = exitCodeOf(report, known);
  const gating = report.run.level === "must" ? "must" : `${report.run.level} or stronger`;
  if (code === exitCodes.bug)
    return html`<p class="outcome v-error">The harness itself broke on some clauses. Please report it.</p>`;
  if (code === exitCodes.deviates) {
    if (known === undefined)
      return html`<p class="outcome v-fail">Deviates from AWS in clauses that gate (${gating}).</p>`;
    return html`<p class="outcome v-fail">Deviates otherwise than its list of known deviations says.</p>`;
  }
  if (code === exitCodes.unobserved)
    return html`<p class="outcome v-indeterminate">Some clauses could not be observed.</p>`;
  if (known !== undefined && known.matched > 0)
    return html`<p class="outcome v-pass">Deviates exactly as its list of known deviations says.</p>`;
  return html`<p class="outcome v-pass">Conforms in all clauses that gate (${gating}).</p>`;
}
