import { badge } from "./badge.ts";
import { ctrf } from "./ctrf.ts";
import { safeJson } from "./escape.ts";
import { html } from "./html/html.ts";
import { junit } from "./junit.ts";
import { markdown } from "./markdown/markdown.ts";
import type { Reporter } from "./reporter.ts";
import { text } from "./text/text.ts";

/** The report itself; its schema is `spec/schema/report.schema.json`. */
export const json: Reporter = (report) => safeJson(report);

/** The reporters by the name that `--reporter` takes. */
export const reporters = { text, json, junit, html, markdown, badge, ctrf } as const satisfies Readonly<
  Record<string, Reporter>
>;
