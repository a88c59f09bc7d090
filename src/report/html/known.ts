import type { KnownOutcome } from "../../known/match-known.ts";
import type { ReportedClause } from "../report.ts";
import { clip, counted, html, type Markup, nothing } from "./markup.ts";

/** How a clause stands to the list of known deviations: it fails as listed, it fails otherwise, or it is listed and passes. */
export type KnownMark = "known" | "new" | "stale";

/** What the marks say on the page. */
export const knownWords = {
  new: "new deviation",
  known: "known deviation",
  stale: "listed, but passes now",
} as const satisfies Readonly<Record<KnownMark, string>>;

/** The marks by clause; none where no list was given. */
export function knownMarks(
  clauses: readonly ReportedClause[],
  known: KnownOutcome | undefined,
): ReadonlyMap<string, KnownMark> {
  if (known === undefined) return new Map();
  const unlisted = new Set(known.unlisted.map(({ clause }) => clause));
  const stale = new Set(known.stale.map(({ entry }) => entry.clause));
  return new Map(
    clauses.flatMap(({ id, verdict }): (readonly [string, KnownMark])[] => {
      if (unlisted.has(id)) return [[id, "new"]];
      if (stale.has(id)) return [[id, "stale"]];
      return verdict === "fail" ? [[id, "known"]] : [];
    }),
  );
}

/** So many new deviations are listed; a target of another kind has them all. */
const most = 30;

/** How the run compares with its list of known deviations; nothing without one. */
export function knownView(known: KnownOutcome | undefined): Markup {
  if (known === undefined) return nothing;
  const { matched, unlisted, stale, overdue } = known;
  return html`<section class="known" aria-labelledby="known"><h2 id="known">Known deviations</h2><ul>
<li>${counted(matched, "clause")} ${matched === 1 ? "deviates" : "deviate"} as listed.</li>
${unlisted.slice(0, most).map(({ clause, cases }) => html`<li><strong>New:</strong> ${link(clause)} fails${cases && html` in ${cases.slice(0, 8).join(", ")}${cases.length > 8 && ` and ${cases.length - 8} more`}`}, and no entry says so.</li>`)}
${unlisted.length > most && html`<li>… and ${unlisted.length - most} more new ones.</li>`}
${stale.map(({ entry, why }) => html`<li><strong>Outdated:</strong> ${link(entry.clause)} is listed, but ${clip(why, 300)}.</li>`)}
${overdue.map(({ clause, review, reason }) => html`<li><strong>Overdue:</strong> ${link(clause)} was to be reviewed by ${review}: ${clip(reason, 300)}</li>`)}
</ul></section>`;
}

const link = (clause: string): Markup => html`<a href="#${clause}"><code class="id">${clause}</code></a>`;
