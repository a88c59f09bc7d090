import type { Drive, Verdict } from "../../model.ts";
import { type ClauseCase, findingKey } from "./clause-view.ts";
import { clip } from "./clip.ts";
import { difference, type Parts } from "./difference.ts";
import { html, type Markup, type Part } from "./markup.ts";

const longest = 1_200;

/** What was expected and what was seen, the difference marked; once, where both drives found the same. */
export function findingView({ verdicts, kind }: ClauseCase, runId: string): Markup {
  const told = verdicts.filter(({ verdict }) => verdict === kind);
  const alike = Map.groupBy(told, (verdict) => findingKey(verdict, runId));
  return html`${[...alike.values()].map((same) => one(same, alike.size > 1))}`;
}

function one(same: readonly Verdict[], named: boolean): Markup {
  const [first] = same;
  if (first === undefined) return html``;
  const { expected, actual, why } = first;
  const drives = named && html` <span class="drives">${driveNames(same.map(({ drive }) => drive))}</span>`;
  if (expected === undefined || actual === undefined)
    return why === undefined ? html`` : html`<p class="why">${clip(why, longest)}${drives}</p>`;
  const [wanted, seen] = difference(clip(expected, longest), clip(actual, longest));
  return html`<dl class="finding"><div><dt>Expected</dt><dd class="expected">${parts(wanted)}</dd></div>
<div><dt>Observed</dt><dd class="observed">${parts(seen)}${drives}</dd></div></dl>`;
}

/** Marks only help where something is common. */
function parts([start, middle, end]: Parts): Part {
  if (start === "" && end === "") return html`<code>${middle}</code>`;
  return html`<code>${start}${middle !== "" && html`<mark>${middle}</mark>`}${end}</code>`;
}

export const driveNames = (drives: readonly Drive[]): string => [...new Set(drives)].join(" and ");
