import type { Cause } from "../../diagnose/diagnosis.ts";
import { areas, levels } from "../../model.ts";
import { causesSentence, sameBugWords } from "../cause-words.ts";
import { standing } from "../describe-clause.ts";
import type { Report } from "../report.ts";
import { differs, inOrder } from "./clause-list.ts";
import type { ClauseView } from "./clause-view.ts";
import { type KnownMark, knownWords } from "./known.ts";
import { clip, counted, html, type Markup, nothing, type Part } from "./markup.ts";
import { verdictOrder, verdictWords } from "./verdict-words.ts";

/** Every clause as a small cell, by area: the whole contract at a glance, each cell a link. */
export function clauseMap(views: readonly ClauseView[], marks: ReadonlyMap<string, KnownMark>): Markup {
  const rows = areas.map((area) => {
    const mine = inOrder(views, area);
    if (mine.length === 0) return nothing;
    const failed = mine.filter(({ clause }) => clause.verdict === "fail").length;
    return html`<li class="map-row"><span class="map-area"><span data-filter="area=${area}">${area}</span> <span class="muted">${failed > 0 ? `${failed} of ${mine.length} fail` : `${mine.length}`}</span></span><ul class="cells">${mine.map((view) => cell(view, marks.get(view.clause.id)))}</ul></li>
`;
  });
  return html`<nav class="map" aria-labelledby="map"><h2 id="map">Overview</h2><p class="sr"><a href="#clauses">Skip to the clauses</a></p><ul class="map-rows">${rows}</ul>${legend(views, marks)}</nav>`;
}

function cell({ clause }: ClauseView, mark: KnownMark | undefined): Markup {
  const { id, verdict, text } = clause;
  const words = `${verdictWords[verdict].label}${mark === undefined ? "" : `, ${knownWords[mark]}`}`;
  return html`<li><a class="cell v-${verdict}${mark === "known" && " k-known"}" href="#${id}" data-cell="${id}" title="${standing(clause)}: ${text}">${id}<span class="sr"> ${words}</span></a></li>`;
}

function legend(views: readonly ClauseView[], marks: ReadonlyMap<string, KnownMark>): Markup {
  const items = verdictOrder.flatMap((kind) => {
    const mine = views.filter(({ clause }) => clause.verdict === kind);
    const known = mine.filter(({ clause }) => marks.get(clause.id) === "known");
    const { label } = verdictWords[kind];
    return [
      mine.length > known.length && html`<li><span class="cell v-${kind}"></span> ${label}</li>`,
      known.length > 0 && html`<li><span class="cell v-${kind} k-known"></span> ${label}, known</li>`,
    ];
  });
  return html`<ul class="legend" aria-hidden="true">${items}</ul>`;
}

/** The filters. Without a script they are not there. */
export function filtersView(views: readonly ClauseView[], marks: ReadonlyMap<string, KnownMark>): Markup {
  const present = new Set(views.map(({ clause }) => clause.area));
  const count = (kind: string): number => views.filter(({ clause }) => clause.verdict === kind).length;
  const kinds = verdictOrder.filter((kind) => count(kind) > 0);
  const seen = new Set(marks.values());
  const known = (["new", "known", "stale"] as const).filter((mark) => seen.has(mark));
  return html`<form class="filters js-only" id="filters" role="search" aria-label="Filter clauses">
<div class="fields">
<label class="search"><span>Search</span><input type="search" name="q" autocomplete="off" spellcheck="false" placeholder="text, code, case id …"></label>
${select(
  "area",
  "Area",
  areas.filter((area) => present.has(area)).map((area) => [area, area]),
)}
${select(
  "level",
  "Level",
  levels.map((level) => [level, level]),
)}
${
  known.length > 0 &&
  select(
    "known",
    "Known",
    known.map((mark) => [mark, knownWords[mark]]),
  )
}
</div>
<fieldset class="kinds"><legend class="sr">Verdict</legend>${kinds.map((kind) => html`<label class="chip v-${kind}"><input type="checkbox" name="verdict" value="${kind}"><span>${verdictWords[kind].label} <span class="muted">${count(kind)}</span></span></label>`)}${views.some(differs) && html`<label class="chip"><input type="checkbox" name="differs" value="1"><span>layers or drives differ <span class="muted">${views.filter(differs).length}</span></span></label>`}</fieldset>
<div class="actions"><output id="count" role="status" aria-live="polite">${views.length} of ${views.length} clauses</output>
<button type="reset" id="show-all">Show all</button><button type="button" id="open-all">Open these</button><button type="button" id="close-all">Close all</button></div>
</form>`;
}

function select(name: string, label: string, options: readonly (readonly [value: string, text: string])[]): Markup {
  const items: Part = options.map(([value, text]) => html`<option value="${value}">${text}</option>`);
  return html`<label><span>${label}</span><select name="${name}"><option value="">all</option>${items}</select></label>`;
}

/** Why the run is red: each cause with its clauses, what to change, and who had the same. Nothing where nothing fails. */
export function causeList({ causes = [], unexplained = [], clauses }: Report): Markup {
  if (causes.length + unexplained.length === 0) return nothing;
  const there = new Set(clauses.map(({ id }) => id));
  const link = (id: string): Markup =>
    there.has(id) ? html`<a href="#${id}"><code class="id">${id}</code></a> ` : html`<code>${clip(id, 20)}</code> `;
  return html`<section class="causes" aria-labelledby="causes"><h2 id="causes">Causes</h2>
<p>${causesSentence({ causes, unexplained })}.</p>
<ol>${causes.map((cause) => causeView(cause, link))}</ol>
${unexplained.length > 0 && html`<p>Not explained by anything known: ${unexplained.map(({ clause, cases }) => html`${link(clause)}(${counted(cases.length, "case")}) `)}</p>`}
</section>`;
}

function causeView({ title, advice, clauses, cases, knownFrom }: Cause, link: (id: string) => Markup): Markup {
  return html`<li><strong>${clip(title, 600)}</strong>
<p>${clip(advice, 600)}</p>
<p class="explained">${clauses.map(link)}· ${counted(cases, "case")}${knownFrom && html` · ${hadBy(knownFrom)}`}</p></li>`;
}

function hadBy({ emulator, link }: NonNullable<Cause["knownFrom"]>): Markup {
  const words = clip(sameBugWords({ emulator }), 100);
  const isAddress = link?.startsWith("https://") && URL.canParse(link);
  return isAddress ? html`<a href="${new URL(link ?? "").href}">${words}</a>` : html`${words}`;
}
