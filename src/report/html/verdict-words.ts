import type { VerdictKind } from "../../model.ts";
import { html, type Markup } from "./markup.ts";

interface Words {
  /** On badges and filters. */
  readonly label: string;
  /** Told apart without colours. */
  readonly sign: string;
  /** After a number of cases. */
  readonly one: string;
  readonly many: string;
}

/** How verdicts are called, from the worst to the least telling. */
export const verdictWords = {
  error: { label: "error", sign: "!", one: "case broke the harness", many: "cases broke the harness" },
  fail: { label: "fail", sign: "✗", one: "case fails", many: "cases fail" },
  indeterminate: { label: "not observed", sign: "?", one: "case not observed", many: "cases not observed" },
  pass: { label: "pass", sign: "✓", one: "case passes", many: "cases pass" },
  open: { label: "open", sign: "○", one: "case recorded", many: "cases recorded" },
  skip: { label: "skipped", sign: "–", one: "case skipped", many: "cases skipped" },
  "not-run": { label: "not run", sign: "·", one: "case not run", many: "cases not run" },
} as const satisfies Readonly<Record<VerdictKind, Words>>;

/** The kinds in the order of this page. */
export const verdictOrder = Object.keys(verdictWords) as readonly VerdictKind[];

export function badge(kind: VerdictKind): Markup {
  const { label, sign } = verdictWords[kind];
  return html`<span class="badge v-${kind}"><span aria-hidden="true">${sign}</span> ${label}</span>`;
}

export function casesInWords(kind: VerdictKind, count: number): string {
  const { one, many } = verdictWords[kind];
  return `${count} ${count === 1 ? one : many}`;
}
