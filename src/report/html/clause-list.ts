import { type Area, areas } from "../../model.ts";
import { clauseRow, type RowContext } from "./clause-row.ts";
import type { ClauseView } from "./clause-view.ts";
import { html, type Markup, nothing } from "./markup.ts";
import { verdictOrder } from "./verdict-words.ts";

/** The clauses by area, the worst of each first. */
export function clauseList(views: readonly ClauseView[], context: RowContext): Markup {
  const sections = areas.map((area) => areaSection(area, inOrder(views, area), context));
  return html`<section class="clauses" aria-labelledby="clauses"><h2 id="clauses" tabindex="-1">Clauses</h2>
<p class="none js-only" id="none" hidden>No clause is like this. <button type="button" id="none-reset">Show all</button></p>
${sections}</section>`;
}

/** The clauses of an area as the page shows them. */
export function inOrder(views: readonly ClauseView[], area: Area): readonly ClauseView[] {
  return views
    .filter(({ clause }) => clause.area === area)
    .toSorted((a, b) => verdictOrder.indexOf(a.clause.verdict) - verdictOrder.indexOf(b.clause.verdict));
}

function areaSection(area: Area, views: readonly ClauseView[], context: RowContext): Markup {
  if (views.length === 0) return nothing;
  return html`<section class="area" data-section="${area}"><h3>${area}</h3>
${views.map((view) => clauseRow(view, context))}</section>
`;
}
