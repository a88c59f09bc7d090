import type { Report } from "../report.ts";
import { clip } from "./clip.ts";
import { html, type Markup, type Part } from "./markup.ts";

/** What one has to know to get this report again. */
export function factsView({ target, contract, run, tool, cases }: Report): Markup {
  const facts: readonly (readonly [string, Part])[] = [
    [
      "Target",
      html`<bdi>${clip(target.name, 120)}</bdi>${target.version !== undefined && html` <bdi>${clip(target.version, 60)}</bdi>`}`,
    ],
    ["Endpoint", html`<code>${clip(target.endpoint, 200)}</code>`],
    ["Contract", html`${contract.action} ${contract.apiVersion}, <code>${contract.sha256.slice(0, 12)}</code>`],
    ["Authority", `${run.authority} behaviour gates, up to level ${run.level}`],
    ["Drives", run.drives.join(" and ")],
    ["Regions", run.regions.join(", ")],
    ["Seed", html`<code>${run.seed}</code>`],
    ["Run", html`<code>${run.id}</code>`],
    ["Started", html`<time datetime="${run.startedAt}">${run.startedAt.slice(0, 16).replace("T", " ")} UTC</time>`],
    ["Took", `${run.seconds.toFixed(1)} s, ${cases.length} cases, ${run.requests} requests`],
    ["Made by", `${tool.name} ${tool.version}`],
  ];
  const items = facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`);
  return html`<section class="facts" aria-labelledby="facts"><h2 id="facts" class="sr">The run</h2><dl>${items}</dl></section>`;
}
