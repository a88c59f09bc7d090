import type { Grounds, Layer, VerdictKind } from "../../model.ts";
import type { Contract, Source } from "../../spec/contract.ts";
import type { ReportedClause } from "../report.ts";
import { counted, html, type Markup } from "./markup.ts";
import { badge } from "./verdict-words.ts";

const titles = { documented: "AWS documents", observed: "AWS was seen to do" } as const satisfies Record<Layer, string>;

/** What the clause stands on: each layer with its verdict and its sources. @param authority the layer that gates, where one does. */
export function groundsView(
  { grounds, documented, observed }: Pick<ReportedClause, "grounds" | "documented" | "observed">,
  authority: Layer | undefined,
  sources: Contract["sources"],
): Markup {
  const open = Object.keys(grounds).length === 0;
  return html`<div class="layers">
${grounds.documented && layerView("documented", documented, grounds.documented, authority, sources)}
${grounds.observed && layerView("observed", observed, grounds.observed, authority, sources)}
${grounds.inferred !== undefined && html`<div class="layer"><p class="layer-title">Inferred</p><p>${grounds.inferred}</p></div>`}
${open && html`<div class="layer"><p class="layer-title">Open</p><p>Nothing is known of what AWS does. Its cases run and are recorded; nobody is judged.</p></div>`}
</div>`;
}

function layerView(
  layer: Layer,
  verdict: VerdictKind | null,
  { sources: ids, sibling }: Grounds,
  authority: Layer | undefined,
  sources: Contract["sources"],
): Markup {
  const [first, ...others] = ids.flatMap((id) => sources.get(id) ?? []);
  return html`<div class="layer"><p class="layer-title">${titles[layer]} ${verdict !== null && badge(verdict)}${layer === authority && html` <span class="muted">gates</span>`}</p>
${sibling && html`<p class="muted">Seen on another EC2 action: code and status are judged, texts are not.</p>`}
${first && sourceView(first)}
${others.length > 0 && html`<details class="more"><summary>${counted(others.length, "more source")}</summary>${others.map(sourceView)}</details>`}</div>`;
}

function sourceView({ title, url, text, date, quote }: Source): Markup {
  const link =
    url !== undefined && /^https?:\/\//.test(url)
      ? html`<a href="${url}" rel="noreferrer">${title}</a>`
      : html`${title}`;
  const when = date === "undated" ? "" : `, ${date}`;
  return html`<figure class="source"><blockquote>${quote}</blockquote><figcaption>${link}${when}${text !== undefined && html` <span class="muted">(${text})</span>`}</figcaption></figure>`;
}
