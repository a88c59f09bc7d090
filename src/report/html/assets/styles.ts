import { clauseStyles } from "./clause-styles.ts";
import { controlStyles } from "./control-styles.ts";
import { glanceStyles } from "./glance-styles.ts";
import { printStyles } from "./print-styles.ts";
import { wireStyles } from "./wire-styles.ts";

/** Colours, type and spacing of the page. System fonts: nothing is loaded. */
const base = `
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

export const styles = [base, glanceStyles, controlStyles, clauseStyles, wireStyles, printStyles].join("");
