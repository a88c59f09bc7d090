import { type Drive, type Grounds, type Layer, type VerdictKind, verdictKinds } from "../../model.ts";
import type { Contract, Source } from "../../spec/contract.ts";
import { oneLine } from "../escape.ts";
import type { Report, ReportedClause } from "../report.ts";
import type { ClauseView } from "./clause-view.ts";
import { counted, html, type Markup, nothing } from "./markup.ts";
import { badge, verdictWords } from "./verdict-words.ts";

/** What each drive came to, and whose doing it is where they differ. */
export function drivesView({ groups, disagreements }: ClauseView): Markup {
  const verdicts = groups.flatMap(({ cases }) => cases.flatMap((one) => one.verdicts));
  const tallies = (["raw", "sdk"] as const).flatMap((drive) => {
    const mine = verdicts.flatMap((verdict) => (verdict.drive === drive ? verdict.verdict : []));
    return mine.length === 0 ? [] : [html`<li><span class="drive">${driveWords[drive]}</span> ${tally(mine)}</li>`];
  });
  if (tallies.length === 0) return nothing;
  const alike = Map.groupBy(disagreements, ({ disagreement: { raw, sdk, fault, why } }) =>
    JSON.stringify([raw, sdk, fault, why]),
  );
  const differing = [...alike.values()].slice(0, 6).map((same) => {
    const [{ disagreement, case: id } = { disagreement: undefined, case: "" }] = same;
    if (disagreement === undefined) return nothing;
    const { raw, sdk, fault, why } = disagreement;
    const others = same.length > 1 ? ` and ${same.length - 1} more` : "";
    return html`<p class="disagreement">raw ${verdictWords[raw].label}, sdk ${verdictWords[sdk].label} in <code class="id">${id}</code>${others}: <strong>the ${fault}’s doing</strong>, ${oneLine(why)}.</p>`;
  });
  return html`<ul class="drives-tally">${tallies}</ul>${differing}`;
}

const driveWords = { raw: "Raw requests", sdk: "AWS SDK", wrapper: "Wrapper" } as const satisfies Readonly<
  Record<Drive, string>
>;

function tally(kinds: readonly VerdictKind[]): string {
  return verdictKinds
    .flatMap((kind) => {
      const count = kinds.filter((one) => one === kind).length;
      return count === 0 ? [] : [`${count} ${verdictWords[kind].label}`];
    })
    .join(", ");
}

const titles = { documented: "AWS documents", observed: "AWS was seen to do" } as const satisfies Record<Layer, string>;

/** What the clause stands on: each layer with its verdict and its sources. */
export function groundsView(clause: ReportedClause, { run }: Report, { sources }: Contract): Markup {
  const { grounds, documented, observed } = clause;
  const open = Object.keys(grounds).length === 0;
  return html`<section class="grounds"><h5>Grounds</h5><div class="layers">
${grounds.documented && layerView("documented", documented, grounds.documented, run.authority, sources)}
${grounds.observed && layerView("observed", observed, grounds.observed, run.authority, sources)}
${grounds.inferred !== undefined && html`<div class="layer"><p class="layer-title">Inferred</p><p>${grounds.inferred}</p></div>`}
${open && html`<div class="layer"><p class="layer-title">Open</p><p>Nothing is known of what AWS does. Its cases run and are recorded; nobody is judged.</p></div>`}
</div></section>`;
}

function layerView(
  layer: Layer,
  verdict: VerdictKind | null,
  { sources: ids, sibling }: Grounds,
  authority: Layer,
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
