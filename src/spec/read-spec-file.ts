import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { type Document, LineCounter, parseDocument } from "yaml";
import { messageOf, SpecError } from "../errors.ts";

/** A file that was read and validated, with the line of each of its nodes. */
export interface SpecFile<T> {
  readonly value: T;
  readonly text: string;
  lineOf(path: readonly (string | number)[]): number;
}

const ajv = addFormats.default(
  new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true }),
);

/**
 * Reads a YAML file of a contract directory and validates it against its JSON Schema.
 * @throws {SpecError} naming file, line and field: when it can't be read, is no YAML, or breaks its schema.
 */
export function readSpecFile<T>(dir: string, file: string, schema: object): SpecFile<T> {
  const path = join(dir, file);
  const text = readText(path);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const [syntax] = document.errors;
  if (syntax !== undefined) {
    const { line } = lines.linePos(syntax.pos[0]);
    throw new SpecError(`Failed to parse ${path}:${line}: ${syntax.message.split("\n")[0]}. Correct the YAML.`);
  }
  const value: unknown = document.toJS();
  const validate = ajv.compile<T>(schema);
  if (validate(value)) return { value, text, lineOf: (keys) => lineOf(document, lines, keys) };
  const shown = (validate.errors ?? []).slice(0, 5).map((error) => describe(path, document, lines, error));
  throw new SpecError(`Failed to load the contract:\n${shown.join("\n")}\nCorrect the file, or its schema.`);
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw new SpecError(
      `Failed to read ${path}: ${messageOf(cause)}. Name a complete contract directory with --spec, or leave it out.`,
      { cause },
    );
  }
}

function describe(file: string, document: Document, lines: LineCounter, error: ErrorObject): string {
  const keys = error.instancePath.split("/").slice(1).map(unescapePointer);
  const extra = error.params["additionalProperty"] ?? error.params["missingProperty"];
  const path = typeof extra === "string" ? [...keys, extra] : keys;
  const line = lineOf(document, lines, path);
  const field = path.join("/") || "(document)";
  const allowed = error.params["allowedValues"];
  const hint = Array.isArray(allowed) ? ` (${allowed.join(", ")})` : "";
  return `  ${file}:${line}: ${field} ${error.message ?? "is not valid"}${hint}`;
}

/** The line of the innermost node on the path that exists. */
function lineOf(document: Document, lines: LineCounter, keys: readonly (string | number)[]): number {
  for (let depth = keys.length; depth >= 0; depth--) {
    const path = keys.slice(0, depth).map((key) => (/^\d+$/.test(String(key)) ? Number(key) : key));
    const node = document.getIn(path, true);
    if (typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range)) {
      return lines.linePos(node.range[0] as number).line;
    }
  }
  return 1;
}

function unescapePointer(token: string): string {
  return token.replaceAll("~1", "/").replaceAll("~0", "~");
}
