/** Requests, answers and commands. */
export const wireStyles = `
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
