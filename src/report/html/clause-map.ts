import { areas } from "../../model.ts";
import { inOrder } from "./clause-list.ts";
import type { ClauseView } from "./clause-view.ts";
import { html, type Markup, nothing } from "./markup.ts";
import { verdictWords } from "./verdict-words.ts";

/** Every clause as a small cell, by area: the whole contract at a glance, each cell a link. */
export function clauseMap(views: readonly ClauseView[]): Markup {
  const rows = areas.map((area) => {
    const mine = inOrder(views, area);
    if (mine.length === 0) return nothing;
    const failed = mine.filter(({ clause }) => clause.verdict === "fail").length;
    return html`<li class="map-row"><span class="map-area"><span data-filter="area=${area}">${area}</span> <span class="muted">${failed > 0 ? `${failed} of ${mine.length} fail` : `${mine.length}`}</span></span><ul class="cells">${mine.map(cell)}</ul></li>
`;
  });
  return html`<nav class="map" aria-labelledby="map"><h2 id="map">Overview</h2><p class="sr"><a href="#clauses">Skip to the clauses</a></p><ul class="map-rows">${rows}</ul>${legend(views)}</nav>`;
}

function cell({ clause: { id, verdict, text, level } }: ClauseView): Markup {
  return html`<li><a class="cell v-${verdict}" href="#${id}" data-cell="${id}" title="${level}: ${text}">${id}<span class="sr"> ${verdictWords[verdict].label}</span></a></li>`;
}

function legend(views: readonly ClauseView[]): Markup {
  const kinds = new Set(views.map(({ clause }) => clause.verdict));
  const items = (Object.keys(verdictWords) as (keyof typeof verdictWords)[]).flatMap((kind) =>
    kinds.has(kind) ? [html`<li><span class="cell v-${kind}"></span> ${verdictWords[kind].label}</li>`] : [],
  );
  return html`<ul class="legend" aria-hidden="true">${items}</ul>`;
}
