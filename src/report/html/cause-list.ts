import type { Cause } from "../../diagnose/diagnosis.ts";
import { causesSentence, knownWords } from "../cause-words.ts";
import type { Report } from "../report.ts";
import { clip, counted, html, type Markup, nothing } from "./markup.ts";

/** Why the run is red: each cause with its clauses, what to change, and who had the same. Nothing where nothing fails. */
export function causeList({ causes = [], unexplained = [], clauses }: Report): Markup {
  if (causes.length + unexplained.length === 0) return nothing;
  const there = new Set(clauses.map(({ id }) => id));
  const link = (id: string): Markup =>
    there.has(id) ? html`<a href="#${id}"><code class="id">${id}</code></a> ` : html`<code>${clip(id, 20)}</code> `;
  return html`<section class="causes" aria-labelledby="causes"><h2 id="causes">Causes</h2>
<p>${causesSentence({ causes, unexplained })}.</p>
<ol>${causes.map((cause) => entry(cause, link))}</ol>
${unexplained.length > 0 && html`<p>Not explained by anything known: ${unexplained.map(({ clause, cases }) => html`${link(clause)}(${counted(cases.length, "case")}) `)}</p>`}
</section>`;
}

function entry({ title, advice, clauses, cases, knownFrom }: Cause, link: (id: string) => Markup): Markup {
  return html`<li><strong>${clip(title, 600)}</strong>
<p>${clip(advice, 600)}</p>
<p class="explained">${clauses.map(link)}· ${counted(cases, "case")}${knownFrom && html` · ${known(knownFrom)}`}</p></li>`;
}

function known({ emulator, link }: NonNullable<Cause["knownFrom"]>): Markup {
  const words = clip(knownWords({ emulator }), 100);
  const isAddress = link?.startsWith("https://") && URL.canParse(link);
  return isAddress ? html`<a href="${new URL(link ?? "").href}">${words}</a>` : html`${words}`;
}
