import { areas } from "../../model.ts";
import { inOrder } from "./clause-list.ts";
import type { ClauseView } from "./clause-view.ts";
import { type KnownMark, knownWords } from "./known-marks.ts";
import { html, type Markup, nothing } from "./markup.ts";
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

function cell({ clause: { id, verdict, text, level } }: ClauseView, mark: KnownMark | undefined): Markup {
  const words = `${verdictWords[verdict].label}${mark === undefined ? "" : `, ${knownWords[mark]}`}`;
  return html`<li><a class="cell v-${verdict}${mark === "known" && " k-known"}" href="#${id}" data-cell="${id}" title="${level}: ${text}">${id}<span class="sr"> ${words}</span></a></li>`;
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
