import { html, type Markup } from "../report/html/markup.ts";
import { page } from "../report/html/page.ts";
import type { SiteInput } from "./site-input.ts";
import { siteStyles } from "./styles.ts";
import { measuredRuns } from "./timeline.ts";

/** Where a page is, and how it links to others and into the repository. */
export interface Place {
  /** From the root of the site. */
  readonly path: string;
  /** To another page of the site, perhaps with a fragment. */
  to(path: string): string;
  /** To a file of the repository. */
  source(path: string): string;
}

/** The place of a page. Addresses are relative, so that the site works in any folder. */
export function placeOf(path: string, { source }: SiteInput): Place {
  const up = "../".repeat(path.split("/").length - 1);
  const base = /^https?:\/\//.test(source) ? source : `${up}${source}`;
  return { path, to: (other) => `${up}${other}`, source: (file) => `${base}${file}` };
}

export const emulatorPath = (emulator: string): string => `emulators/${emulator}.html`;
export const clausePath = (id: string): string => `clauses/${id}.html`;
/** The fragment of a release on its emulator's page. */
export const releaseId = (version: string): string => `r-${version}`;

/** A page of the site around its content. */
export function sitePage(input: SiteInput, place: Place, title: string, content: Markup): string {
  const { contract, histories } = input;
  const pages = [
    ["index.html", "Overview"] as const,
    ...histories.map(({ emulator }) => [emulatorPath(emulator), emulator] as const),
    ["clauses.html", "All clauses"] as const,
  ];
  const links = pages.map(([path, name]) => {
    const here = path === place.path && html` aria-current="page"`;
    return html`<li><a href="${place.to(path)}"${here}>${name}</a></li>`;
  });
  const body = html`<a class="skip" href="#main">Skip to the content</a>
<header class="site"><p class="eyebrow">ec2-contract · ${contract.action} in emulators of AWS</p>
<nav aria-label="Site"><ul>${links}</ul></nav></header>
<main id="main" tabindex="-1">
${content}
</main>
${footer(input, place)}`;
  return page({ title: `${title} · ec2-contract`, styles: siteStyles, body });
}

function footer({ contract, histories }: SiteInput, place: Place): Markup {
  const runs = histories.flatMap(measuredRuns);
  const contracts = [...new Set(runs.map((run) => run.contract))];
  const last = runs
    .map(({ tried }) => tried)
    .sort()
    .at(-1);
  const changed = contracts.some((one) => !contract.sha256.startsWith(one));
  return html`<footer><h2>Where this comes from</h2>
<p>${last !== undefined && html`Last measured on ${last}, by the contract of ${contract.action} ${contract.apiVersion} (${contracts.map((one) => html`<code>${one}</code> `)}).`}${changed && " The contract has changed since; what is new in it is shown as not run."}
Nobody is accused by guess: each clause names its sources, and what nobody knows is judged by nobody.</p>
<p><a href="${place.source("README.md")}">What ec2-contract is</a> · <a href="${place.source("site/README.md")}">How the releases are measured</a> · <a href="${place.source("docs/clauses.md")}">The contract</a></p>
</footer>`;
}
