import { type Area, areas } from "../../model.ts";
import type { Contract } from "../../spec/contract.ts";
import { standing } from "../describe-clause.ts";
import { blockedBy } from "../findings.ts";
import type { Report, ReportedClause } from "../report.ts";
import { caseLists } from "./case-list.ts";
import type { ClauseView } from "./clause-view.ts";
import { drivesView } from "./drives.ts";
import type { Examples } from "./examples.ts";
import { groundsView } from "./grounds.ts";
import { type KnownMark, knownWords } from "./known.ts";
import { clip, html, type Markup, nothing } from "./markup.ts";
import { badge, verdictOrder, verdictWords } from "./verdict-words.ts";

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
    .filter(({ clause }) => clause.area === area && clause.blockedBy === undefined)
    .toSorted((a, b) => verdictOrder.indexOf(a.clause.verdict) - verdictOrder.indexOf(b.clause.verdict));
}

function areaSection(area: Area, views: readonly ClauseView[], context: RowContext): Markup {
  if (views.length === 0) return nothing;
  return html`<section class="area" data-section="${area}"><h3>${area}</h3>
${views.map((view) => clauseRow(view, context))}</section>
`;
}

/** What the rows of a page have in common. */
interface RowContext {
  readonly report: Report;
  readonly contract: Contract;
  readonly examples: Examples;
  readonly marks: ReadonlyMap<string, KnownMark>;
}

/**
 * A clause as a line that opens. The anchor is inside of what opens, since browsers open a `details` element whose
 * content is linked to, without a script.
 */
function clauseRow(view: ClauseView, { report, contract, examples, marks }: RowContext): Markup {
  const { clause } = view;
  const { id, area, level, text, verdict, why } = clause;
  const mark = marks.get(id);
  return html`<details class="clause" data-id="${id}" data-area="${area}" data-level="${level}" data-verdict="${verdict}"${mark && html` data-known="${mark}"`}${differs(view) && html` data-differs`}>
<summary><span class="row">${badge(verdict)}<code class="id">${id}</code><span class="level">${standing(clause)}</span><h4>${text}</h4><span class="notes">${notes(view, mark)}</span></span></summary>
<div class="body" id="${id}">
${why !== undefined && verdict !== "pass" && verdict !== "fail" && html`<p class="why">${clip(why, 600)}</p>`}
${blockedList(blockedBy(report, id))}
${drivesView(view)}
${caseLists(view, examples, report.run.id)}
<section class="grounds"><h5>Grounds</h5>${groundsView(clause, report.run.authority, contract.sources)}</section>
<p class="permalink"><a href="#${id}">Link to ${id}</a><span class="muted"> · ${area} · ec2-contract explain ${id}</span></p>
</div></details>
`;
}

/** Clauses that say nothing until this one is mended. */
function blockedList(blocked: readonly ReportedClause[]): Markup {
  if (blocked.length === 0) return nothing;
  return html`<p class="why">Until this is mended, nothing can be said about:</p><ul class="blocked">${blocked.map(({ id, text }) => html`<li id="${id}"><code>${id}</code> ${text}</li>`)}</ul>`;
}

/** The layers, or the drives, do not agree. */
export function differs({ clause: { documented, observed }, disagreements }: ClauseView): boolean {
  return disagreements.length > 0 || (documented !== null && observed !== null && documented !== observed);
}

function notes(view: ClauseView, mark: KnownMark | undefined): Markup {
  const { clause, disagreements } = view;
  return html`${mark && html`<span class="note note-${mark}">${knownWords[mark]}</span>`}${layersDiffer(clause)}${disagreements.length > 0 && html`<span class="note">raw ≠ sdk</span>`}<span class="ratio">${ratio(view)}</span>`;
}

function layersDiffer({ documented, observed }: ReportedClause): Markup {
  if (documented === null || observed === null || documented === observed) return html``;
  return html`<span class="note">documented ${verdictWords[documented].label} · observed ${verdictWords[observed].label}</span>`;
}

function ratio({ groups, clause: { verdict } }: ClauseView): string {
  const count = (kinds: readonly string[]): number =>
    groups.reduce((sum, { kind, cases }) => sum + (kinds.includes(kind) ? cases.length : 0), 0);
  const all = count(Object.keys(verdictWords));
  if (all === 0) return "";
  const noun = all === 1 ? "case" : "cases";
  return verdict === "fail" ? `${count(["fail"])} of ${all} ${noun}` : `${all} ${noun}`;
}
