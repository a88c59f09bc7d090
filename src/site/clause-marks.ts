import type { VerdictKind } from "../model.ts";
import { html, type Markup } from "../report/html/markup.ts";
import { verdictWords } from "../report/html/verdict-words.ts";
import type { Contract } from "../spec/contract.ts";
import { clausePath, type Place } from "./site-page.ts";
import type { ReleaseChanges } from "./timeline.ts";

/** A clause as a link to its page, with its sentence where the contract still has it. */
export function clauseLink(id: string, { clauses }: Contract, place: Place): Markup {
  const clause = clauses.get(id);
  if (clause === undefined)
    return html`<code class="id">${id}</code> <span>(a clause that is no longer in the contract)</span>`;
  return html`<a href="${place.to(clausePath(id))}"><code class="id">${id}</code></a> <span>${clause.text}</span>`;
}

/** All of the plan was run: what has no verdict had no answer of its kind, or was not in the contract yet. */
function labelOf(verdict: VerdictKind): string {
  return verdict === "not-run" ? "nothing to judge" : verdictWords[verdict].label;
}

export function badge(verdict: VerdictKind): Markup {
  return html`<span class="badge v-${verdict}"><span aria-hidden="true">${verdictWords[verdict].sign}</span> ${labelOf(verdict)}</span>`;
}

/** A verdict where room is short: its sign, and its word for those who hear the page. */
export function sign(verdict: VerdictKind): Markup {
  return html`<span class="badge v-${verdict}"><span aria-hidden="true">${verdictWords[verdict].sign}</span><span class="sr">${labelOf(verdict)}</span></span>`;
}

/** What the signs mean. */
export function signLegend(kinds: readonly VerdictKind[]): Markup {
  return html`<p class="legend" aria-hidden="true">${kinds.map((kind) => html`${badge(kind)} `)}</p>`;
}

/** What a release broke and mended, clause by clause. @param most how many clauses are told; all by default. */
export function changeList(
  { mended, broke }: ReleaseChanges,
  contract: Contract,
  place: Place,
  most = Number.POSITIVE_INFINITY,
): Markup {
  const all = [
    ...broke.map((id) => html`<li><span class="badge v-fail">✗ broke</span> ${clauseLink(id, contract, place)}</li>`),
    ...mended.map((id) => html`<li><span class="badge v-pass">✓ mended</span> ${clauseLink(id, contract, place)}</li>`),
  ];
  const more = all.length > most && html`<li class="muted">and ${all.length - most} more</li>`;
  return html`<ul class="changed">${all.slice(0, most)}${more}</ul>`;
}
