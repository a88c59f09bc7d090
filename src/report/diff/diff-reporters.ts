import { safeJson } from "../escape.ts";
import type { Difference } from "./difference.ts";
import { diffMarkdown } from "./markdown.ts";
import { diffText } from "./text.ts";

/** A difference as text. Pure; a target's text in it is escaped. */
export type DiffReporter = (difference: Difference, context: { readonly colour: boolean }) => string;

/** The forms of a difference by the name that `--reporter` takes. */
export const diffReporters = {
  text: diffText,
  markdown: diffMarkdown,
  json: (difference) => safeJson(difference),
} as const satisfies Readonly<Record<string, DiffReporter>>;
