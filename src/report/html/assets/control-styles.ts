/** Buttons, fields and the bar of filters. */
export const controlStyles = `
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
