import type { Clause } from "../model.ts";
import { describeClause, standing } from "../report/describe-clause.ts";
import { groundsView } from "../report/html/grounds.ts";
import { counted, html, type Markup } from "../report/html/markup.ts";
import { isOpen } from "../spec/grounds.ts";
import { badge } from "./clause-marks.ts";
import type { History } from "./history.ts";
import type { SiteInput } from "./site-input.ts";
import { clausePath, emulatorPath, type Place, placeOf, releaseId, sitePage } from "./site-page.ts";
import { measuredRuns, type Span, spansOf } from "./timeline.ts";

/** The page of a clause: how each emulator does by it, since when, and what it rests on. Pure. */
export function clausePage(input: SiteInput, clause: Clause): string {
  const { contract, histories } = input;
  const { id, area, text } = clause;
  const place = placeOf(clausePath(id), input);
  const grounds = { ...describeClause(clause), documented: null, observed: null };
  const rows = histories.map((history) => row(history, id, place));
  return sitePage(
    input,
    place,
    `${id}: ${text}`,
    html`<p class="crumbs"><a href="${place.to(`clauses.html#${area}`)}">${area}</a> · <code class="id">${id}</code> · ${isOpen(clause) ? "open" : standing(grounds)}</p>
<h1>${text}</h1>
<section aria-labelledby="emulators"><h2 id="emulators">Who does so</h2>
<table class="list targets"><thead><tr><th scope="col">Emulator</th><th scope="col">Today</th><th scope="col">Since</th><th scope="col">Before</th></tr></thead><tbody>${rows}</tbody></table>
<p class="crumbs">A release that is named is one that was run; one between two of them may have changed it before.</p></section>
<section aria-labelledby="grounds"><h2 id="grounds">How that is known of AWS</h2>
${groundsView(grounds, undefined, contract.sources)}</section>
<p class="crumbs"><a href="${place.source(`docs/clauses.md#${id}`)}">Its cases, and the faults that prove that it can fail</a></p>
${neighbours(clause, input, place)}`,
  );
}

function row(history: History, id: string, place: Place): Markup {
  const [today, ...before] = spansOf(history, id);
  const newest = measuredRuns(history).at(-1);
  const head = html`<th scope="row"><a href="${place.to(emulatorPath(history.emulator))}">${history.emulator}</a> <span class="version">${newest?.version ?? ""}</span></th>`;
  if (today === undefined) return html`<tr>${head}<td colspan="3">not run</td></tr>`;
  const release = html`<a href="${place.to(`${emulatorPath(history.emulator)}#${releaseId(today.from.version)}`)}">${today.from.version}</a>`;
  const since =
    before.length === 0
      ? html`${today.from.version} or before`
      : html`${release}${today.from.released !== undefined && `, ${today.from.released}`}`;
  return html`<tr>${head}<td>${badge(today.verdict)}</td><td>${since}</td><td>${before.length === 0 ? "–" : html`<ul>${before.map(past)}</ul>`}</td></tr>
`;
}

function past({ verdict, from, to }: Span): Markup {
  const releases = from === to ? from.version : `${from.version} to ${to.version}`;
  return html`<li>${badge(verdict)} ${releases}</li>`;
}

/** The clauses before and after it in the contract. */
function neighbours({ id }: Clause, { contract }: SiteInput, place: Place): Markup {
  const ids = [...contract.clauses.keys()];
  const at = ids.indexOf(id);
  const link = (other: string | undefined, words: string): Markup | false =>
    other !== undefined &&
    html`<a href="${place.to(clausePath(other))}">${words}: <code class="id">${other}</code></a> `;
  return html`<nav class="neighbours" aria-label="Clauses">${link(ids[at - 1], "Previous")}${link(ids[at + 1], "Next")}<span class="muted">${at + 1} of ${counted(ids.length, "clause")}</span></nav>`;
}
