import type { Reporter } from "./reporter.ts";

/** The report itself; its schema is `spec/schema/report.schema.json`. Control characters stand escaped. */
export const json: Reporter = (report) =>
  `${JSON.stringify(report, null, 2).replace(/[\x7f-\x9f\u2028-\u202e\u2066-\u2069]/g, escaped)}\n`;

function escaped(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
