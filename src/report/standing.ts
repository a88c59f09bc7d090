import type { Confidence, Level } from "../model.ts";

/** What a clause asks for and how sure that is, as reports tell it: `must · firm`. Open clauses have no confidence. */
export function standing({ level, confidence }: { readonly level: Level; readonly confidence?: Confidence }): string {
  return confidence === undefined ? level : `${level} · ${confidence}`;
}
