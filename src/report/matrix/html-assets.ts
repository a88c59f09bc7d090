/**
 * What the page can do with a script: find and filter clauses, show two targets only, open what a link points into.
 * Written without `<` and `&`, so that the page is well-formed XML, too.
 */
export const pageScript = `
"use strict";
const all = (selector) => [...document.querySelectorAll(selector)];
const byId = (id) => document.getElementById(id);
const show = byId("show"), find = byId("find");
const apply = () => {
  const words = find.value.toLowerCase();
  const wanted = (element) => {
    if (show.value !== "all") if (element.dataset[show.value] !== "true") return false;
    return element.dataset.clause.toLowerCase().includes(words);
  };
  for (const element of all("[data-clause]")) element.hidden = !wanted(element);
  for (const group of all("tbody")) if (group.querySelector(".area")) group.hidden = !group.querySelector("tr[data-clause]:not([hidden])");
  byId("count").textContent = all("tr[data-clause]:not([hidden])").length + " clauses";
};
const sides = () => {
  const pair = [byId("left").value, byId("right").value];
  for (const element of all(".side")) element.hidden = !(pair.includes("all") || pair.includes(element.dataset.target));
};
const open = () => {
  const target = byId(location.hash.slice(1));
  if (!target) return;
  for (let node = target; node; node = node.parentElement) if (node.localName === "details") node.open = true;
  target.scrollIntoView();
};
byId("controls").hidden = false;
byId("controls").addEventListener("submit", (event) => event.preventDefault());
show.addEventListener("change", apply);
find.addEventListener("input", apply);
if (byId("left")) for (const id of ["left", "right"]) byId(id).addEventListener("change", sides);
addEventListener("hashchange", open);
apply();
open();
`;

/** Both colour schemes have a contrast of at least 4.5 to 1. */
export const pageStyle = `
:root{color-scheme:light dark;--ink:#1b1f24;--paper:#fff;--soft:#f2f4f7;--rule:#c8ced6;--good:#116329;--bad:#b3121d;--odd:#7d4e00;--faint:#57606a;--link:#0550ae}
@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--paper:#0d1117;--soft:#161b22;--rule:#3d444d;--good:#4ac26b;--bad:#ff8182;--odd:#e3b341;--faint:#9198a1;--link:#79c0ff}}
body{font:16px/1.45 system-ui,sans-serif;color:var(--ink);background:var(--paper);margin:0 auto;padding:1rem;max-width:110rem}
a{color:var(--link)}
code,pre{font:0.85em/1.4 ui-monospace,monospace}
code,td,th,li,p,h3,h4{overflow-wrap:anywhere}
h3{font-size:1.05rem;margin:0}
small{color:var(--faint);font-weight:normal}
table{border-collapse:collapse}
th,td{border:1px solid var(--rule);padding:0.2rem 0.5rem;text-align:left;vertical-align:top}
td.text{min-width:18rem}
.matrix tbody th[scope=row],.matrix td.level{white-space:nowrap}
.matrix thead th:first-child,.matrix thead th:nth-child(2){overflow-wrap:normal}
.matrix thead th,.matrix thead td{position:sticky;top:0;background:var(--soft)}
.matrix td[class]:not(.text){white-space:nowrap}
.area th{background:var(--soft)}
.wide{overflow:auto;max-height:90vh}
header .wide{max-height:none}
.pass{color:var(--good)}
.fail,.error{color:var(--bad);font-weight:bold}
.indeterminate{color:var(--odd)}
.skip,.open,.not-run{color:var(--faint)}
form{display:flex;flex-wrap:wrap;gap:1rem;align-items:center;padding:0.5rem;background:var(--soft)}
form[hidden],[hidden]{display:none}
section[data-clause]{border-top:1px solid var(--rule);padding:0.7rem 0;scroll-margin-top:1rem}
section:target{background:var(--soft)}
summary{cursor:pointer}
.sides{display:grid;grid-auto-flow:column;grid-auto-columns:minmax(22rem,1fr);gap:1rem;overflow-x:auto}
.side{min-width:0}
pre{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--paper);border:1px solid var(--rule);padding:0.5rem;margin:0.3rem 0}
h4,h5{margin:0.5rem 0 0.2rem}
`;
