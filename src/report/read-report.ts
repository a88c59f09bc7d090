import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { messageOf, UsageError } from "../errors.ts";
import { readBounded } from "../read-bounded.ts";
import { readJsonSchema } from "../spec/read-json-schema.ts";
import { oneLine } from "./escape.ts";
import type { Report } from "./report.ts";

const advice = "Name a file that --reporter json=FILE wrote.";
/** What one string of the engine holds. */
const largest = 500 * 2 ** 20;
let validator: ValidateFunction<Report> | undefined;

/** Reads a JSON report. @throws {UsageError} naming file and field: when it can't be read, is no JSON, or no report. */
export function readReport(file: string): Report {
  const value = parse(file, readBounded(file, advice, largest));
  validator ??= addFormats
    .default(new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true }))
    .compile<Report>(readJsonSchema("report"));
  if (validator(value)) return dated(file, value);
  const [error] = validator.errors ?? [];
  throw new UsageError(`Failed to read ${file} as a report: ${error ? describe(error) : "it is none"}. ${advice}`);
}

/** Dates that JSON Schema allows and nothing can show, as of a leap second. */
function dated(file: string, report: Report): Report {
  const { startedAt, seconds } = report.run;
  const start = Date.parse(startedAt);
  // The last moment that a date can say.
  const latest = 8.64e15;
  const field = Number.isNaN(start) ? "startedAt" : start + seconds * 1000 > latest ? "seconds" : undefined;
  if (field === undefined) return report;
  throw new UsageError(`Failed to read ${file} as a report: run/${field} is no date that can be shown. ${advice}`);
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new UsageError(`Failed to read ${file} as a report: ${oneLine(messageOf(cause))}. ${advice}`, { cause });
  }
}

/** The field and what is wrong with it. */
function describe({ instancePath, message, params }: ErrorObject): string {
  const extra: unknown = params["additionalProperty"] ?? params["missingProperty"];
  const field = [...instancePath.split("/").slice(1), ...(typeof extra === "string" ? [extra] : [])].join("/");
  const allowed: unknown = params["allowedValues"] ?? params["allowedValue"];
  const hint = allowed === undefined ? "" : ` (${[allowed].flat().join(", ")})`;
  return oneLine(`${field || "the document"} ${message ?? "is not valid"}${hint}`);
}
