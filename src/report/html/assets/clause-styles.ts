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
