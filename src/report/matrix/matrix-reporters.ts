import { safeJson } from "../escape.ts";
import { matrixHtml } from "./html.ts";
import { matrixMarkdown } from "./markdown.ts";
import type { MatrixReporter } from "./matrix.ts";
import { matrixText } from "./text.ts";

/** The forms of a matrix by the name that `--reporter` takes. */
export const matrixReporters = {
  text: matrixText,
  markdown: matrixMarkdown,
  json: safeJson,
  html: matrixHtml,
} as const satisfies Readonly<Record<string, MatrixReporter>>;
