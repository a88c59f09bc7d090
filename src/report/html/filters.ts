import { areas, levels } from "../../model.ts";
import { differs } from "./clause-row.ts";
import type { ClauseView } from "./clause-view.ts";
import { type KnownMark, knownWords } from "./known-marks.ts";
import { html, type Markup, type Part } from "./markup.ts";
import { verdictOrder, verdictWords } from "./verdict-words.ts";

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
