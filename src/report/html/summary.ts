import { levels, type VerdictKind } from "../../model.ts";
import { exitCodeOf } from "../exit-code.ts";
import { exitCodes } from "../exit-code-values.ts";
import { leftoverNames, leftoversSentence } from "../leftovers.ts";
import type { Report } from "../report.ts";
import type { ReporterContext } from "../reporter.ts";
import { clip } from "./clip.ts";
import { counted, html, type Markup } from "./markup.ts";

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
  const { level } = report.run;
  const gating = levels.slice(0, levels.indexOf(level) + 1);
  const failed = gating.reduce((sum, one) => sum + report.score[one].fail, 0);
  const say = (kind: VerdictKind, sentence: string): Markup => html`<p class="outcome v-${kind}">${sentence}</p>`;
  switch (exitCodeOf(report, known)) {
    case exitCodes.bug:
      return say("error", "The harness itself broke on some clauses. Please report it.");
    case exitCodes.deviates:
      if (known !== undefined) return say("fail", "Deviates otherwise than its list of known deviations says.");
      return say(
        "fail",
        `Deviates from AWS: ${counted(failed, `${gating.join(" or ")} clause`)} ${failed === 1 ? "fails" : "fail"}.`,
      );
    case exitCodes.unobserved:
      return report.score.must.indeterminate + report.score.should.indeterminate + report.score.may.indeterminate > 0
        ? say("indeterminate", "Some clauses could not be observed.")
        : say("indeterminate", "The target was not seen to be as clean as before the run.");
    default:
      if ((known?.matched ?? 0) > 0) return say("pass", "Deviates exactly as its list of known deviations says.");
      return say("pass", `Conforms: no ${gating.join(" or ")} clause fails.`);
  }
}
