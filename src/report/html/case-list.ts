import type { Drive, Verdict } from "../../model.ts";
import { replayOption } from "../random-results.ts";
import { type CaseGroup, type ClauseCase, type ClauseView, findingKey, worstDrives } from "./clause-view.ts";
import { difference, type Parts } from "./difference.ts";
import type { Examples } from "./examples.ts";
import { clip, counted, html, type Markup, nothing, type Part } from "./markup.ts";
import { casesInWords, verdictOrder } from "./verdict-words.ts";

/** More groups, or names of cases, are not listed on a page. */
const most = { groups: 24, names: 40 } as const;

/** The cases of a clause, the worst first: what differs in full, what passes in brief. */
export function caseLists(view: ClauseView, examples: Examples, runId: string): Markup {
  const sections = verdictOrder.map((kind) => {
    const groups = view.groups.filter((group) => group.kind === kind);
    const count = groups.reduce((sum, { cases }) => sum + cases.length, 0);
    if (count === 0) return nothing;
    const title = casesInWords(kind, count);
    return kind === "fail" || kind === "error"
      ? html`<section class="cases"><h5>${title}</h5>${redGroups(groups, examples, runId)}</section>`
      : html`<details class="cases"><summary>${title}</summary>${briefGroups(groups, examples, runId)}</details>`;
  });
  return html`${sections}`;
}

function redGroups(groups: readonly CaseGroup[], examples: Examples, runId: string): Markup {
  const shown = groups.slice(0, most.groups).map(({ cases }, index) => {
    const [first, ...others] = cases;
    if (first === undefined) return nothing;
    const full = others.filter((one) => examples.has(one));
    const brief = others.filter((one) => !examples.has(one));
    const finding = findingView(first, runId);
    return html`<div class="group">${finding}${redCase(first, examples, index === 0)}${full.map((one) => redCase(one, examples, false, unlessSame(findingView(one, runId), finding)))}${names(brief, full.length === 0 ? "The same in" : "And in")}</div>`;
  });
  const rest = groups.slice(most.groups).flatMap(({ cases }) => cases);
  return html`${shown}${names(rest, "Something else again in")}`;
}

function redCase(one: ClauseCase, examples: Examples, open: boolean, finding: Markup = nothing): Markup {
  const { id, title } = one.reported;
  const example = examples.get(one);
  const replay = replayOption(one.reported);
  const head = html`<code class="id">${id}</code> ${clip(title, 200)} <span class="muted">${driveNames(worstDrives(one))}${replay !== undefined && html` · <code>${replay}</code>`}</span>`;
  if (example === undefined) return html`<p class="case">${head}</p>`;
  return html`<details class="case"${open && html` open`}><summary>${head}</summary>${finding}${example}</details>`;
}

/** A case of a group that saw other names or ids than the first says so itself. */
const unlessSame = (one: Markup, other: Markup): Markup => (one.markup === other.markup ? nothing : one);

function briefGroups(groups: readonly CaseGroup[], examples: Examples, runId: string): Markup {
  const shown = groups.slice(0, most.groups).map(({ cases }) => {
    const [first] = cases;
    if (first === undefined) return nothing;
    const example = examples.get(first);
    return html`<div class="group">${findingView(first, runId)}${names(cases, "")}${example && html`<details class="case"><summary>The exchange of <code class="id">${first.reported.id}</code></summary>${example}</details>`}</div>`;
  });
  const rest = groups.slice(most.groups).flatMap(({ cases }) => cases);
  return html`${shown}${names(rest, "And")}`;
}

function names(cases: readonly ClauseCase[], lead: string): Markup {
  if (cases.length === 0) return nothing;
  const left = cases.length - most.names;
  const items = cases
    .slice(0, most.names)
    .map(
      ({ reported, verdicts }) =>
        html`<li><code class="id">${reported.id}</code> ${clip(reported.title, 120)} <span class="muted">${driveNames(verdicts.map(({ drive }) => drive))}</span></li>`,
    );
  const more = left > 0 && html`<li class="muted">… and ${left} more, in the JSON report</li>`;
  const list = html`<ul class="names">${items}${more}</ul>`;
  if (lead === "") return list;
  return html`<details class="more"><summary>${lead} ${counted(cases.length, "more case")}</summary>${list}</details>`;
}

const longest = 1_200;

/** What was expected and what was seen, the difference marked; once, where both drives found the same. */
function findingView({ verdicts, kind }: ClauseCase, runId: string): Markup {
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

const driveNames = (drives: readonly Drive[]): string => [...new Set(drives)].join(" and ");
