import { type Area, areas } from "../model.ts";
import { counted, html, type Markup } from "../report/html/markup.ts";
import { percent } from "../report/score.ts";
import { isOpen } from "../spec/grounds.ts";
import { chartFigure } from "./chart-figure.ts";
import { changeList } from "./clause-marks.ts";
import type { History, MeasuredRun } from "./history.ts";
import type { SiteInput } from "./site-input.ts";
import { emulatorPath, type Place, placeOf, releaseId, sitePage } from "./site-page.ts";
import { measuredRuns, releaseChanges } from "./timeline.ts";
import { areaWords } from "./words.ts";

/** Changes of releases that the front page tells, and clauses of each. */
const mostReleases = 6;
const mostClauses = 4;

/** The first page: what this is, how each emulator does today, and where that comes from. Pure. */
export function frontPage(input: SiteInput): string {
  const place = placeOf("index.html", input);
  const { contract, histories } = input;
  const judged = [...contract.clauses.values()].filter((clause) => !isOpen(clause)).length;
  const releases = histories.flatMap(measuredRuns).length;
  return sitePage(
    input,
    place,
    `${contract.action} in emulators of AWS`,
    html`<h1>Where emulators of AWS differ from AWS when you import a key pair</h1>
<p class="lead">This site compares emulators of AWS with AWS itself, in one call: <code>${contract.action}</code> of EC2, which uploads an SSH public key. ${counted(judged, "sentence")} say what AWS does; ${counted(releases, "release")} of ${counted(histories.length, "emulator")} were tried by them.</p>
<ul class="cards">${histories.map((history) => card(history, place))}</ul>
<p class="muted">The big number is the <strong>divergence</strong>: of the sentences that could be checked, the share on which the newest release does otherwise than AWS.</p>
${matrix(input, place)}
<section aria-labelledby="releases"><h2 id="releases">Release by release</h2>
<p>Lower is closer to AWS. Each dot is a release that was run.</p>
${chartFigure(histories, "Divergence from AWS by day of release", "all", place)}</section>
${latest(input, place)}
${method(input, place)}`,
  );
}

function card(history: History, place: Place): Markup {
  const runs = measuredRuns(history);
  const [first, last] = [runs[0], runs.at(-1)];
  if (first === undefined || last === undefined) return html``;
  const { judged, divergence } = last.score;
  const before =
    first !== last && html`<p class="muted">${percent(first.score.divergence)} in ${first.version}${inYear(first)}</p>`;
  return html`<li class="card"><h2><a href="${place.to(emulatorPath(history.emulator))}">${history.emulator}</a> <span class="version">${last.version}</span></h2>
<p class="number">${percent(divergence)}</p>
<p>${failedOf(last)} of ${counted(judged, "sentence")} ${failedOf(last) === 1 ? "does" : "do"} not hold</p>
${before}</li>
`;
}

function inYear({ released }: MeasuredRun): string {
  return released === undefined ? "" : ` (${released.slice(0, 4)})`;
}

function failedOf({ score: { failed } }: MeasuredRun): number {
  return failed.must + failed.should + failed.may;
}

/** Areas by emulators, as the newest release of each does. */
function matrix({ contract, histories }: SiteInput, place: Place): Markup {
  const newest = histories.flatMap((history) => {
    const run = measuredRuns(history).at(-1);
    return run === undefined ? [] : [{ emulator: history.emulator, run }];
  });
  const heads = newest.map(
    ({ emulator, run }) =>
      html`<th scope="col"><a href="${place.to(emulatorPath(emulator))}">${emulator}</a> <span class="version">${run.version}</span></th>`,
  );
  const rows = areas.flatMap((area) => {
    const ids = [...contract.clauses.values()].flatMap((clause) => (clause.area === area ? clause.id : []));
    if (ids.length === 0) return [];
    const cells = newest.map(({ emulator, run }) =>
      cell(area, ids, run, place.to(`${emulatorPath(emulator)}#${area}`)),
    );
    return html`<tr><th scope="row"><a href="${place.to(`clauses.html#${area}`)}">${area}</a><span class="gloss">${areaWords[area]}</span></th>${cells}</tr>
`;
  });
  return html`<section aria-labelledby="today"><h2 id="today">Where they differ today</h2>
<div class="wide"><table class="areas"><caption>How many of the checked sentences of each area do not hold</caption>
<thead><tr><th scope="col">Area</th>${heads}</tr></thead><tbody>${rows}</tbody></table></div>
<p><a href="${place.to("clauses.html")}">Every sentence, for every emulator</a></p></section>`;
}

function cell(area: Area, ids: readonly string[], { verdicts }: MeasuredRun, link: string): Markup {
  const failed = ids.filter((id) => verdicts[id] === "fail").length;
  const judged = failed + ids.filter((id) => verdicts[id] === "pass").length;
  if (judged === 0)
    return html`<td class="none"><span aria-hidden="true">–</span><span class="sr">${area} not checked</span></td>`;
  if (failed === 0)
    return html`<td class="heat-0"><span aria-hidden="true">✓</span><span class="sr">none</span> <span class="of">of ${judged}</span></td>`;
  const heat = Math.min(4, Math.ceil((failed / judged) * 4));
  return html`<td class="heat-${heat}"><a href="${link}"><strong>${failed}</strong> <span class="of">of ${judged}</span></a></td>`;
}

function latest({ contract, histories }: SiteInput, place: Place): Markup {
  const changed = histories
    .flatMap((history) => releaseChanges(history).map((changes) => ({ ...changes, emulator: history.emulator })))
    .filter(({ mended, broke }) => mended.length + broke.length > 0)
    .toSorted((a, b) => ((a.run.released ?? "") < (b.run.released ?? "") ? 1 : -1))
    .slice(0, mostReleases);
  const entries = changed.map(({ emulator, ...changes }) => {
    const { run, after } = changes;
    const link = place.to(`${emulatorPath(emulator)}#${releaseId(run.version)}`);
    return html`<li><h3><a href="${link}">${emulator} ${run.version}</a>${run.released !== undefined && html` <span class="muted">${run.released}</span>`} <span class="muted">against ${after ?? "nothing"}</span></h3>
${changeList(changes, contract, place, mostClauses)}</li>
`;
  });
  return html`<section aria-labelledby="changes"><h2 id="changes">What changed last</h2>${changed.length === 0 ? html`<p>No release changed anything.</p>` : html`<ol class="changes">${entries}</ol>`}</section>`;
}

function method({ contract }: SiteInput, place: Place): Markup {
  return html`<section aria-labelledby="method"><h2 id="method">How this is measured</h2>
<p>A <a href="${place.source("spec/README.md")}">contract</a> states what AWS does, a sentence (a “clause”) at a time, with the documents or the recorded answers that it rests on. <code>ec2-contract</code> makes requests from it, sends them to an emulator, and judges what comes back. A reference emulator holds every clause, and for each clause it has a fault that must turn it red, so that a pass means something. Run it on yours:</p>
<pre tabindex="0"><code>ec2-contract test moto@latest
ec2-contract test http://localhost:4566</code></pre>
<p>${counted([...contract.clauses.values()].filter(isOpen).length, "further clause")} are open: nobody knows what AWS does, so nobody is judged by them. Not every release is run: where two releases do the same, those between them are left out.</p></section>`;
}
