import { clauseStyles } from "../report/html/assets/content-styles.ts";
import { baseStyles } from "../report/html/assets/styles.ts";
import { chartStyles } from "./chart-styles.ts";

/** What the pages of the site have beyond those of a report. */
const ownStyles = `
:root {
  --line-0: light-dark(#0b57a4, #86b9f3);
  --line-1: light-dark(#8a4b00, #f0b05c);
  --line-2: light-dark(#6b2f9c, #cfa3f2);
  --line-3: light-dark(#1c6b3a, #7fcf9b);
  --heat-1: light-dark(#fdf1ef, #2a1e1e);
  --heat-2: light-dark(#fadfdb, #402323);
  --heat-3: light-dark(#f5c4be, #5a2926);
  --heat-4: light-dark(#eea69d, #7a312b);
}
html { scroll-padding-top: 1rem; }
body { max-width: 66rem; font-size: 1rem; padding-top: 1rem; }
main:focus { outline: none; }
.skip { position: absolute; left: -999rem; padding: 0.5rem 0.75rem; background: var(--raised); border: 1px solid var(--line-strong); }
.skip:focus { left: 1rem; top: 0.5rem; z-index: 3; }
header.site { margin-bottom: 2rem; padding-bottom: 0.75rem; border-bottom: 1px solid var(--line); }
.eyebrow { margin: 0; color: var(--muted); font-size: 0.875rem; }
header.site ul, .jumps { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin-top: 0.375rem; font-size: 0.9375rem; }
header.site a[aria-current] { color: inherit; font-weight: 640; text-decoration: none; }
h1 { font-size: clamp(1.5rem, 1.2rem + 1.6vw, 2rem); max-width: 32ch; text-wrap: balance; }
h2 { margin-top: 2.75rem; font-size: 1.25rem; }
h3 { margin-top: 1.5rem; font-size: 1rem; }
p, .reasons, .changes { max-width: 44rem; }
p { margin-top: 0.625rem; }
h2 .muted, h3 .muted { font-weight: 400; font-size: 0.875rem; }
.lead { font-size: 1.0625rem; margin-top: 0.75rem; }
.crumbs, .neighbours { margin: 1rem 0 0.25rem; color: var(--muted); font-size: 0.875rem; }
.neighbours { margin-top: 2.5rem; display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr)); gap: 1rem; margin-top: 1.75rem; }
.card { padding: 1rem 1.25rem 1.125rem; background: var(--raised); border: 1px solid var(--line); border-radius: 8px; }
.card h2 { margin: 0; font-size: 1.0625rem; }
.card p { margin: 0; font-size: 0.875rem; }
.card .number { font-size: 2.25rem; font-weight: 600; line-height: 1.35; letter-spacing: -0.02em; }
.version { color: var(--muted); font-weight: 400; font-size: 0.875em; white-space: nowrap; }
table { border-collapse: collapse; width: 100%; margin-top: 0.875rem; font-size: 0.9375rem; }
caption { text-align: left; color: var(--muted); font-size: 0.875rem; padding-bottom: 0.375rem; }
caption.sr { padding: 0; }
th, td { text-align: left; vertical-align: baseline; padding: 0.4375rem 0.75rem 0.4375rem 0; border-bottom: 1px solid var(--line); font-weight: 400; }
thead th { color: var(--muted); font-size: 0.8125rem; vertical-align: bottom; }
.areas th:first-child { width: 40%; }
.areas tbody th { font-weight: 560; }
.gloss { display: block; color: var(--muted); font-size: 0.8125rem; font-weight: 400; }
.areas td, .areas thead th { padding-left: 0.75rem; border-left: 2px solid var(--ground); }
.areas thead th:first-child { padding-left: 0; border-left: 0; }
.areas td a { color: inherit; text-decoration: none; display: block; }
.areas td a:hover { text-decoration: underline; }
.of { color: var(--muted); font-size: 0.8125rem; white-space: nowrap; }
.heat-0 { color: var(--pass); }
.heat-1 { background: var(--heat-1); } .heat-2 { background: var(--heat-2); } .heat-3 { background: var(--heat-3); } .heat-4 { background: var(--heat-4); }
.heat-1 .of, .heat-2 .of, .heat-3 .of, .heat-4 .of { color: inherit; }
td.none { color: var(--muted); }
.list th:first-child { white-space: nowrap; }
.list .small, .list .why { font-size: 0.8125rem; color: var(--muted); }
.list .small { white-space: nowrap; width: 5rem; }
.list .small:last-child { width: 9rem; }
.fails th:first-child { width: 4.5rem; }
.aws { margin-top: 0.125rem; font-size: 0.875rem; color: var(--muted); }
.list .mark, .marks thead th { text-align: center; padding-inline: 0.25rem; }
.marks thead th:nth-child(-n + 2) { text-align: left; }
.marks .mark { width: 6rem; font-size: 1.0625rem; }
.targets .badge { min-width: 7.5rem; }
.targets li { white-space: nowrap; }
.legend .badge { margin-right: 0.75rem; }
.changes, .reasons { padding: 0; list-style: none; }
.reasons { padding-left: 1.5rem; list-style: decimal; }
.reasons li { margin-top: 0.625rem; padding-left: 0.25rem; }
.changed { margin-top: 0.25rem; display: grid; gap: 0.25rem; font-size: 0.9375rem; }
.changed li { display: grid; grid-template-columns: 5.25rem 2.75rem minmax(0, 1fr); gap: 0 0.5rem; align-items: baseline; }
.changed .muted { display: block; }
.chart-figure { margin-top: 0.875rem; }
.chart-figure summary { color: var(--muted); font-size: 0.875rem; margin-top: 0.5rem; }
.numbers { width: auto; display: inline-table; margin-right: 3rem; vertical-align: top; font-size: 0.875rem; }
.numbers caption { color: var(--text); font-weight: 640; }
.narrow-only { display: none; }
.wide { overflow-x: auto; }
pre { margin-top: 0.75rem; max-width: 44rem; white-space: pre-wrap; }
pre code { font-size: 0.8125rem; }
footer { margin-top: 4rem; padding-top: 1.5rem; border-top: 1px solid var(--line); color: var(--muted); font-size: 0.875rem; }
footer h2 { margin-top: 0; font-size: 0.9375rem; color: var(--text); }
@media (max-width: 42rem) {
  body { padding-inline: 1rem; }
  .wide-only { display: none; }
  .narrow-only { display: block; }
  .gloss { display: none; }
  .areas th:first-child { width: auto; }
  .areas { font-size: 0.8125rem; }
  .areas th { overflow-wrap: normal; padding-right: 0.25rem; }
  .areas thead th { font-size: 0.75rem; }
  .areas td, .areas thead th { padding-left: 0.25rem; padding-right: 0.125rem; }
  .areas thead th:first-child { padding-left: 0; }
  .areas thead .version { display: block; }
  .marks .mark { width: auto; }
  .marks thead .version { display: none; }
  .cards { grid-template-columns: repeat(auto-fit, minmax(min(8.5rem, 100%), 1fr)); gap: 0.625rem; }
  .card { padding: 0.75rem; }
  .card .number { font-size: 1.75rem; }
  .targets .version { display: block; }
  .targets { table-layout: fixed; font-size: 0.875rem; }
  .targets .badge, .targets li { white-space: normal; }
  .fails .small:nth-child(3), .fails thead th:nth-child(3) { display: none; }
  .list .small:last-child { width: auto; white-space: normal; }
  .changed li { grid-template-columns: 5rem minmax(0, 1fr); }
  .changed li > :last-child:not(:first-child) { grid-column: 1 / -1; }
  .targets .badge { min-width: 0; }
}
`;

/** With a report's own rules for badges and sources. */
export const siteStyles = [baseStyles, clauseStyles, chartStyles, ownStyles].join("");
