import { clauseStyles, glanceStyles } from "./content-styles.ts";

/** Buttons, fields and the bar of filters. */
const controlStyles = `
button, select, input[type="search"] { font: inherit; font-size: 0.8125rem; color: var(--text); background: var(--raised); border: 1px solid var(--line-strong); border-radius: 5px; padding: 0.25rem 0.625rem; min-height: 1.875rem; }
button { cursor: pointer; }
button:hover { background: var(--sunken); }
.filters { position: sticky; top: 0; z-index: 2; margin: 0 -0.75rem; padding: 0.75rem; display: grid; gap: 0.625rem; background: var(--ground); border-block: 1px solid var(--line); }
.fields, .kinds, .actions { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; }
.fields label { display: flex; align-items: center; gap: 0.5rem; font-size: 0.8125rem; color: var(--muted); }
.search { flex: 1 1 14rem; }
.search input { flex: 1; min-width: 0; }
.kinds { border: 0; margin: 0; padding: 0; gap: 0.375rem; min-width: 0; }
.chip { position: relative; font-size: 0.8125rem; cursor: pointer; }
.chip input { position: absolute; inset: 0; margin: 0; opacity: 0; cursor: pointer; }
.chip span { display: inline-block; }
.chip > span { padding: 0.125rem 0.625rem; border: 1px solid var(--line-strong); border-radius: 1rem; }
.chip input:checked + span { background: var(--text); color: var(--ground); border-color: var(--text); }
.chip input:checked + span .muted { color: inherit; }
.chip input:focus-visible + span { outline: 2px solid var(--link); outline-offset: 2px; }
.actions { gap: 0.5rem; }
.actions output { margin-right: auto; font-weight: 560; }
.none { padding: 2rem 0; color: var(--muted); }
@media (min-width: 70rem) { .filters { grid-template-columns: minmax(0, 1fr) auto; } .fields { grid-column: 1 / -1; } }
@media (max-width: 52rem), (max-height: 32rem) { .filters { position: static; } html { scroll-padding-top: 0.5rem; } }
@media (max-width: 30rem) { .fields label { flex: 1 1 100%; } .fields select { flex: 1; } .fields label > span { width: 3.5rem; } }
`;

/** Requests, answers and commands. */
const wireStyles = `
.exchange { margin: 0.5rem 0 0 1rem; font-size: 0.8125rem; }
.exchange .step { font-weight: 560; }
.wire { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr)); gap: 0.75rem; margin-top: 0.375rem; }
.wire > div { min-width: 0; }
.caption { color: var(--muted); margin-bottom: 0.125rem; }
pre { margin: 0; padding: 0.625rem 0.75rem; background: var(--sunken); border: 1px solid var(--line); border-radius: 5px; white-space: pre-wrap; word-break: break-all; }
pre code { font-size: 0.75rem; line-height: 1.55; }
.silence { color: var(--unsure); }
.parsed { margin-top: 0.375rem; color: var(--muted); }
.repros { display: flex; flex-wrap: wrap; gap: 0.5rem 2rem; margin: 0.625rem 0 0.5rem 1rem; font-size: 0.8125rem; }
.repro { display: flex; gap: 0.625rem; align-items: baseline; min-width: 0; }
.repro:has(details[open]) { flex-basis: 100%; }
.repro details { flex: 1; min-width: 0; }
.repro pre { margin-top: 0.25rem; }
.copy { min-width: 6rem; }
`;

/** On paper: no controls, dark text on white, and what was open stays open. */
const printStyles = `
@media print {
  :root, :root[data-theme] { color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 9pt; background: #fff; }
  .filters, .js-only, .masthead button, .permalink, .legend { display: none !important; }
  .cell, .bar { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .clause > summary, .group, .source { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  .source a::after { content: " (" attr(href) ")"; font-size: 8pt; }
}
`;

/** Colours, type and spacing of the page. System fonts: nothing is loaded. */
export const baseStyles = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#fbfbfa, #16181b);
  --raised: light-dark(#ffffff, #1d2024);
  --sunken: light-dark(#f3f3f1, #121416);
  --line: light-dark(#e2e2de, #30343a);
  --line-strong: light-dark(#8b8b85, #767c85);
  --text: light-dark(#1d1f22, #e4e6e9);
  --muted: light-dark(#5f6368, #9ba1a9);
  --link: light-dark(#0b57a4, #86b9f3);
  --fail: light-dark(#b3261e, #ff8f85);
  --fail-fill: light-dark(#b3261e, #b3372f);
  --fail-soft: light-dark(#fbeae8, #3a1f1e);
  --pass: light-dark(#1c6b3a, #7fcf9b);
  --pass-soft: light-dark(#e5f2e9, #1b2f24);
  --unsure: light-dark(#855800, #e6b455);
  --unsure-soft: light-dark(#fbf0d9, #352a14);
  --mark: light-dark(#ffe08a, #6b4f00);
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
:root[data-theme="light"] { color-scheme: light; }
:root[data-theme="dark"] { color-scheme: dark; }
* { box-sizing: border-box; }
html { scroll-padding-top: 9rem; -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 3rem) 4rem; max-width: 78rem; background: var(--ground); color: var(--text); font: 0.9375rem/1.5 var(--sans); font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
h1, h2, h3, h4, h5, p, ul, dl, dd, figure, blockquote { margin: 0; padding: 0; }
ul { list-style: none; }
h1 { font-size: 1.625rem; font-weight: 640; line-height: 1.25; letter-spacing: -0.01em; }
h2 { font-size: 1.125rem; font-weight: 640; }
h3 { font-size: 0.9375rem; font-weight: 640; }
h4 { display: inline; font: inherit; }
h5 { font-size: 0.875rem; font-weight: 640; }
a { color: var(--link); text-underline-offset: 0.15em; text-decoration-thickness: 0.06em; }
code, pre { font-family: var(--mono); font-size: 0.8125rem; unicode-bidi: isolate; }
code.id { font-size: 0.8125rem; }
mark { background: var(--mark); color: inherit; border-radius: 2px; padding: 0 1px; }
.muted, .drives { color: var(--muted); }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
html:not(.js) .js-only { display: none; }
[hidden] { display: none !important; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 3px; }
#clauses:focus { outline: none; }
`;

export const styles = [baseStyles, glanceStyles, controlStyles, clauseStyles, wireStyles, printStyles].join("");
