import { areas } from "../model.ts";
import { counted, html, type Markup, nothing } from "../report/html/markup.ts";
import { percent } from "../report/score.ts";
import { chartFigure } from "./chart-figure.ts";
import { changeList, clauseLink } from "./clause-marks.ts";
import type { History, HistoryRun, MeasuredRun } from "./history.ts";
import type { SiteInput } from "./site-input.ts";
import { clausePath, emulatorPath, type Place, placeOf, releaseId, sitePage } from "./site-page.ts";
import { measuredRuns, type ReleaseChanges, releaseChanges, spansOf } from "./timeline.ts";

/** The page of an emulator: how it came to where it is, and what fails today. Pure. @param history with a measured run. */
export function emulatorPage(input: SiteInput, history: History): string {
  const { emulator } = history;
  const place = placeOf(emulatorPath(emulator), input);
  const runs = measuredRuns(history);
  const [first, last] = [runs[0], runs.at(-1)];
  if (first === undefined || last === undefined) throw new Error(`no release of ${emulator} was measured`);
  const { judged, divergence, failed } = last.score;
  const all = failed.must + failed.should + failed.may;
  const about = input.about.get(emulator);
  return sitePage(
    input,
    place,
    emulator,
    html`<h1>${emulator} <span class="version">${last.version}</span></h1>
<p class="lead">${emulator} ${last.version} does otherwise than AWS on <strong>${all} of ${judged}</strong> sentences that could be checked: a divergence of <strong>${percent(divergence)}</strong>${first !== last && `, after ${percent(first.score.divergence)} in ${first.version}`}.</p>
${about !== undefined && html`<p>What it is: ${about}.</p>`}
<section aria-labelledby="releases"><h2 id="releases">Release by release</h2>
${chartFigure([history], `Divergence of ${emulator} from AWS by day of release`, emulator, place)}</section>
${changed(history, input, place)}
${causes(emulator, last, input, place)}
${failing(history, last, input, place)}
${table(history)}`,
  );
}

function changed(history: History, { contract }: SiteInput, place: Place): Markup {
  const all = releaseChanges(history).filter(({ mended, broke }) => mended.length + broke.length > 0);
  const entries = all.toReversed().map(
    (
      changes,
    ) => html`<li id="${releaseId(changes.run.version)}"><h3>${changes.run.version}${day(changes.run)} <span class="muted">against ${changes.after ?? "nothing"} · divergence ${percent(changes.run.score.divergence)}</span></h3>
${changeList(changes, contract, place)}</li>
`,
  );
  return html`<section aria-labelledby="changes"><h2 id="changes">What each release mended and broke</h2>
${all.length === 0 ? html`<p>Nothing changed between the releases that were run.</p>` : html`<p>Each against the release that was run before it. Where others lie between the two, one of those may have done it.</p><ol class="changes">${entries}</ol>`}</section>`;
}

function day({ released }: HistoryRun): Markup {
  return released === undefined ? nothing : html` <span class="muted">${released}</span>`;
}

function causes(
  emulator: string,
  { causes: ids }: MeasuredRun,
  { faults, upstream, contract }: SiteInput,
  place: Place,
): Markup {
  const known = ids.flatMap((id) => faults.get(id) ?? []);
  if (known.length === 0) return nothing;
  const entries = known.map(({ id, summary, clause }) => {
    const report = `${emulator}/${id}`;
    const link =
      upstream.has(report) &&
      html` · <a href="${place.source(`docs/upstream/${report}.md`)}">a report to send upstream</a>`;
    return html`<li><strong>${summary}</strong><p class="aws">AWS: ${clauseLink(clause, contract, place)}${link}</p></li>
`;
  });
  return html`<section aria-labelledby="causes"><h2 id="causes">Why</h2>
<p>What fails today comes from ${counted(known.length, "cause")}, what explains most first.</p><ol class="reasons">${entries}</ol></section>`;
}

/** What fails in the newest release, and since when, by area. */
function failing(history: History, last: MeasuredRun, { contract }: SiteInput, place: Place): Markup {
  const sections = areas.flatMap((area) => {
    const mine = [...contract.clauses.values()].filter((one) => one.area === area && last.verdicts[one.id] === "fail");
    if (mine.length === 0) return [];
    const rows = mine.map(
      ({ id, level, text }) =>
        html`<tr><th scope="row"><a href="${place.to(clausePath(id))}"><code class="id">${id}</code></a></th><td>${text}</td><td class="small">${level}</td><td class="small">${since(history, id)}</td></tr>
`,
    );
    return html`<h3 id="${area}">${area} <span class="muted">${mine.length}</span></h3>
<table class="list fails"><caption class="sr">What fails in the area ${area}</caption><thead><tr><th scope="col">Clause</th><th scope="col">What AWS does</th><th scope="col">Level</th><th scope="col">Fails since</th></tr></thead><tbody>${rows}</tbody></table>
`;
  });
  return html`<section aria-labelledby="fails"><h2 id="fails">What fails in ${last.version}</h2><p>“Since” names the first release that was run and failed.</p>${sections.length === 0 ? html`<p>Nothing.</p>` : sections}</section>`;
}

function since(history: History, id: string): string {
  const [span] = spansOf(history, id);
  if (span === undefined) return "";
  const isOldest = span.from === measuredRuns(history)[0];
  return isOldest ? `${span.from.version} or before` : span.from.version;
}

/** Every release that was tried, the newest first: what the chart shows, and what it can't. */
function table(history: History): Markup {
  const changes = new Map(releaseChanges(history).map((one) => [one.run.version, one]));
  const rows = history.runs.toReversed().map((run) => row(run, changes.get(run.version)));
  return html`<section><h2 id="all">All releases that were tried</h2>
<div class="wide" role="region" aria-labelledby="all" tabindex="0"><table class="list"><thead><tr><th scope="col">Release</th><th scope="col">Day</th><th scope="col">Divergence</th><th scope="col">Checked</th><th scope="col">Musts that fail</th><th scope="col">Shoulds that fail</th><th scope="col">Mended</th><th scope="col">Broke</th></tr></thead><tbody>${rows}</tbody></table></div>
${history.runs.some(({ dependencies }) => dependencies !== undefined) && html`<p class="muted">* Installed with what it depends on as that was on the day of its release; the others with what is newest.</p>`}</section>`;
}

function row(run: HistoryRun, changes: ReleaseChanges | undefined): Markup {
  const head = html`<th scope="row">${run.version}${run.dependencies !== undefined && "*"}</th><td>${run.released ?? "unknown"}</td>`;
  // Where a release changed something, its link leads to that.
  const isAbove = changes !== undefined && changes.mended.length + changes.broke.length > 0;
  const id = !isAbove && html` id="${releaseId(run.version)}"`;
  if (run.kind === "untested")
    return html`<tr${id}>${head}<td colspan="6" class="why">could not be run: ${run.why}</td></tr>
`;
  const { divergence, judged, failed } = run.score;
  const counts = [judged, failed.must, failed.should, changes?.mended.length ?? 0, changes?.broke.length ?? 0];
  return html`<tr${id}>${head}<td>${percent(divergence)}</td>${counts.map((count) => html`<td>${count}</td>`)}</tr>
`;
}
