/** The head of the page: what was tested, the scores, the facts, the overview of all clauses. */
export const glanceStyles = `
header { margin-bottom: 1.75rem; }
.masthead { display: flex; justify-content: space-between; align-items: center; gap: 1rem; margin-bottom: 0.75rem; }
.eyebrow { color: var(--muted); font-size: 0.8125rem; }
.version { color: var(--muted); font-weight: 400; }
.outcome { margin-top: 0.375rem; font-weight: 560; }
.outcome.v-fail, .outcome.v-error { color: var(--fail); }
.outcome.v-pass { color: var(--pass); }
.outcome.v-indeterminate, .warning { color: var(--unsure); }
.warning { margin-top: 0.375rem; }
.glance { display: grid; grid-template-columns: minmax(0, 1.15fr) minmax(0, 1fr); gap: 2rem 3rem; padding: 1.5rem 0; border-block: 1px solid var(--line); }
.figures { display: grid; grid-template-columns: 1fr 1fr; gap: 1.5rem; }
.figure dt { color: var(--muted); font-size: 0.8125rem; }
.figure dd { display: grid; gap: 0.5rem; }
.number { font-size: 2.25rem; font-weight: 600; line-height: 1.2; letter-spacing: -0.02em; }
.explained { color: var(--muted); font-size: 0.8125rem; }
.bar { display: block; width: 100%; height: 6px; border-radius: 3px; background: var(--line); }
.b-fail { fill: var(--fail-fill); }
.b-pass { fill: light-dark(#8fc3a1, #3f7a56); }
.b-covered { fill: light-dark(#6a7480, #8a94a1); }
.b-not-run { fill: transparent; }
.tally { width: 100%; margin-top: 1.25rem; border-collapse: collapse; font-size: 0.8125rem; }
.tally th, .tally td { padding: 0.25rem 0.25rem 0.25rem 0; text-align: right; font-weight: 400; border-top: 1px solid var(--line); }
.tally thead th { color: var(--muted); border-top: 0; }
.tally th:first-child { text-align: left; }
.tally .zero { color: var(--muted); }
.tally .t-fail a, .tally .t-error a { color: var(--fail); font-weight: 640; }
.facts dl { display: grid; gap: 0.25rem; font-size: 0.8125rem; }
.facts dl div { display: grid; grid-template-columns: 6rem minmax(0, 1fr); gap: 0.75rem; }
.facts dt { color: var(--muted); }
.facts code { font-size: 0.78125rem; }
.known { padding: 1.5rem 0; border-bottom: 1px solid var(--line); }
.known ul { margin-top: 0.5rem; display: grid; gap: 0.25rem; }
.causes { padding: 1.5rem 0; border-bottom: 1px solid var(--line); max-width: 60rem; }
.causes ol { margin-top: 0.5rem; padding-left: 1.75rem; display: grid; gap: 0.75rem; list-style: decimal; }
.causes .explained { color: var(--muted); font-size: 0.8125rem; }
.map { padding: 1.5rem 0; }
.map-rows { margin-top: 0.75rem; display: grid; gap: 0.5rem; }
.map-row { display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: 0.75rem; align-items: baseline; font-size: 0.8125rem; }
.map-area { display: flex; justify-content: space-between; gap: 0.5rem; padding-right: 0.5rem; }
.map-area a { color: inherit; }
.cells { display: flex; flex-wrap: wrap; gap: 4px; }
.cell { display: inline-grid; place-items: center; min-width: 2.875rem; height: 1.5rem; padding: 0 0.25rem; border: 1px solid transparent; border-radius: 3px; font: 0.71875rem var(--mono); text-decoration: none; color: var(--muted); }
a.cell:hover { text-decoration: underline; }
.cell.v-fail, .cell.v-error { background: var(--fail-fill); color: #fff; font-weight: 600; }
.cell.v-fail.k-known { background: var(--fail-soft); color: var(--fail); border-color: currentColor; font-weight: 400; }
.cell.v-error { border: 2px double #fff; }
.cell.v-pass { background: var(--pass-soft); color: var(--pass); }
.cell.v-indeterminate { background: var(--unsure-soft); color: var(--unsure); border-color: currentColor; }
.cell.v-open { border: 1px dashed var(--line-strong); }
.cell.v-skip, .cell.v-not-run { border-color: var(--line); background: var(--sunken); }
.cell.v-not-run { background: none; }
.cell.off { background: none; color: var(--muted); border-color: transparent; font-weight: 400; }
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin-top: 1rem; color: var(--muted); font-size: 0.8125rem; }
.legend li { display: flex; align-items: center; gap: 0.4rem; }
.legend .cell { min-width: 1.25rem; height: 0.875rem; }
footer { margin-top: 3rem; padding-top: 1.5rem; border-top: 1px solid var(--line); color: var(--muted); font-size: 0.8125rem; max-width: 60rem; }
footer h2 { font-size: 0.875rem; color: var(--text); }
footer p { margin-top: 0.5rem; }
@media (max-width: 52rem) {
  .glance { grid-template-columns: minmax(0, 1fr); }
  .map-row { grid-template-columns: minmax(0, 1fr); gap: 0.25rem; }
  .map-area { justify-content: flex-start; }
}
@media (max-width: 30rem) { .number { font-size: 1.875rem; } .figures { gap: 1rem; } }
`;

/** The list of clauses, and what opens below one. */
export const clauseStyles = `
.clauses { padding-top: 1.25rem; }
.area { margin-top: 1.5rem; }
.area h3 { padding-bottom: 0.375rem; border-bottom: 1px solid var(--line-strong); text-transform: capitalize; }
.clause { border-bottom: 1px solid var(--line); }
.clause > summary { padding: 0.4375rem 0.25rem; cursor: pointer; list-style: none; }
.clause > summary::-webkit-details-marker { display: none; }
.clause > summary:hover { background: var(--sunken); }
.clause[open] > summary { font-weight: 560; }
.row { display: grid; grid-template-columns: 6.75rem 2.75rem 3.25rem minmax(0, 1fr) auto; gap: 0 0.75rem; align-items: baseline; }
.badge { display: inline-block; font-size: 0.8125rem; white-space: nowrap; color: var(--muted); }
.badge > span { display: inline-block; width: 1em; text-align: center; }
.badge.v-fail, .badge.v-error { color: var(--fail); font-weight: 640; }
.badge.v-pass { color: var(--pass); }
.badge.v-indeterminate { color: var(--unsure); }
.level, .ratio { color: var(--muted); font-size: 0.8125rem; font-weight: 400; }
.notes { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 0.125rem 0.75rem; font-size: 0.8125rem; font-weight: 400; max-width: 22rem; }
.note { color: var(--unsure); }
.note-new { color: var(--fail); font-weight: 640; }
.note-known { color: var(--muted); }
.body { padding: 0.625rem 0 1.5rem 1.5rem; display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem; scroll-margin-top: 3.5rem; }
.drives-tally { display: flex; flex-wrap: wrap; gap: 0.125rem 2rem; font-size: 0.8125rem; }
.disagreement { font-size: 0.875rem; max-width: 60rem; }
.drive { color: var(--muted); }
.cases h5, .grounds h5 { margin-bottom: 0.5rem; }
details.cases > summary { font-size: 0.875rem; font-weight: 640; }
summary { cursor: pointer; }
.group { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.5rem; padding: 0.75rem 0 0.75rem 1rem; border-left: 2px solid var(--line); }
section.cases .group { border-left-color: var(--fail-fill); }
.group + .group { margin-top: 0.75rem; }
.finding { display: grid; gap: 0.125rem; }
.finding div { display: grid; grid-template-columns: 5rem minmax(0, 1fr); gap: 0.5rem; }
.finding dt { color: var(--muted); font-size: 0.8125rem; }
.finding code { white-space: pre-wrap; }
.drives { font-size: 0.8125rem; }
.why { color: var(--muted); }
.case > summary, .more > summary { font-size: 0.8125rem; }
.more > summary { color: var(--muted); }
.names { columns: 20rem; column-gap: 2rem; font-size: 0.8125rem; margin-top: 0.375rem; }
.names li { break-inside: avoid; }
.layers { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: 1rem 2rem; font-size: 0.8125rem; }
.layer { display: grid; grid-template-columns: minmax(0, 1fr); align-content: start; gap: 0.375rem; }
.layer-title { font-weight: 560; }
.layer-title .muted { font-weight: 400; }
.source { margin-bottom: 0.375rem; }
.source blockquote { padding-left: 0.75rem; border-left: 2px solid var(--line); white-space: pre-wrap; }
.source figcaption { padding-left: 0.75rem; margin-top: 0.125rem; color: var(--muted); }
.permalink { font-size: 0.8125rem; }
@media (max-width: 52rem) {
  .row { grid-template-columns: auto auto minmax(0, 1fr); }
  .row h4 { grid-column: 1 / -1; }
  .row .notes { grid-column: 1 / -1; justify-content: flex-start; }
  .body { padding-left: 0; }
  .finding div { grid-template-columns: minmax(0, 1fr); gap: 0; }
}
`;
