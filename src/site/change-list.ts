import { html, type Markup } from "../report/html/markup.ts";
import type { Contract } from "../spec/contract.ts";
import { clauseLink } from "./clause-marks.ts";
import type { Place } from "./site-page.ts";
import type { ReleaseChanges } from "./timeline.ts";

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
