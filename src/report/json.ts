import type { Reporter } from "./reporter.ts";
import { safeJson } from "./safe-json.ts";

/** The report itself; its schema is `spec/schema/report.schema.json`. */
export const json: Reporter = (report) => safeJson(report);
