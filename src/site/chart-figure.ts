import { html, type Markup } from "../report/html/markup.ts";
import { percent } from "../report/score.ts";
import { divergenceChart } from "./divergence-chart.ts";
import type { History } from "./history.ts";
import { emulatorPath, type Place, releaseId } from "./site-page.ts";
import { measuredRuns } from "./timeline.ts";

/** The chart, drawn once for wide screens and once for narrow ones, and its numbers as tables. */
export function chartFigure(histories: readonly History[], title: string, id: string, place: Place): Markup {
  return html`<figure class="chart-figure">
<div class="wide-only">${divergenceChart(histories, { id: `${id}-wide`, title, width: 860, height: 320 })}</div>
<div class="narrow-only">${divergenceChart(histories, { id: `${id}-narrow`, title, width: 380, height: 280 })}</div>
<figcaption><details><summary>The numbers of this chart</summary>${histories.map((history) => numbers(history, place))}</details></figcaption></figure>`;
}

function numbers(history: History, place: Place): Markup {
  const rows = measuredRuns(history)
    .toReversed()
    .map(({ version, released, score }) => {
      const link = place.to(`${emulatorPath(history.emulator)}#${releaseId(version)}`);
      return html`<tr><th scope="row"><a href="${link}">${version}</a></th><td>${released ?? "unknown"}</td><td>${percent(score.divergence)}</td></tr>`;
    });
  return html`<table class="numbers"><caption>${history.emulator}</caption><thead><tr><th scope="col">Release</th><th scope="col">Day</th><th scope="col">Divergence</th></tr></thead><tbody>${rows}</tbody></table>`;
}
