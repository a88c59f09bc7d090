import { createRequire } from "node:module";
import { join } from "node:path";
import type { Ajv2020, ErrorObject } from "ajv/dist/2020.js";
import type { Document, LineCounter } from "yaml";
import { SpecError, UsageError } from "../errors.ts";
import { oneLine } from "../report/escape.ts";
import { readBounded } from "./read-bounded.ts";

/** A file that was read and validated, with the line of each of its nodes. */
export interface SpecFile<T> {
  readonly value: T;
  readonly text: string;
  lineOf(path: readonly (string | number)[]): number;
}

/** What a file is read as. */
export interface Reading {
  /** As in "Failed to load …". */
  readonly what: string;
  /** What to do about one that can't be read. */
  readonly advice: string;
  /** Bytes; {@link usual} where absent. */
  readonly largest?: number;
}

const ofContract: Reading = {
  what: "the contract",
  advice: "Name a complete contract directory with --spec, or leave it out.",
};
/** Ten times the largest file of the contract: a parsed YAML document takes a hundred times its text. */
const usual = 2 ** 20;
const mostAliases = 100;

const require = createRequire(import.meta.url);

// Both take longer to load than all that the snapshot of a contract needs, and it needs neither.
const yaml = (): typeof import("yaml") => require("yaml") as typeof import("yaml");
let loaded: Ajv2020 | undefined;
function ajv(): Ajv2020 {
  if (loaded !== undefined) return loaded;
  const { Ajv2020 } = require("ajv/dist/2020.js") as typeof import("ajv/dist/2020.js");
  const addFormats = require("ajv-formats") as typeof import("ajv-formats");
  loaded = addFormats.default(
    new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true }),
  );
  return loaded;
}

/**
 * Reads a YAML file of a contract directory and validates it against its JSON Schema.
 * @throws {SpecError} naming file, line and field: when it can't be read, is no YAML, or breaks its schema.
 */
export function readSpecFile<T>(dir: string, file: string, schema: object, reading = ofContract): SpecFile<T> {
  const path = join(dir, file);
  const text = readText(path, reading);
  const lines = new (yaml().LineCounter)();
  const document = parseYaml(path, text, lines);
  const value = plainOf(path, document, lines);
  const validate = ajv().compile<T>(schema);
  if (validate(value)) return { value, text, lineOf: (keys) => lineOf(document, lines, keys) };
  // That one of two schemas does not hold says nothing beside what breaks it.
  const errors = (validate.errors ?? []).filter(({ keyword }) => keyword !== "if");
  const shown = errors.slice(0, 5).map((error) => describe(path, document, lines, error));
  throw new SpecError(`Failed to load ${reading.what}:\n${shown.join("\n")}\nCorrect the file, or its schema.`);
}

/** Parses what may be nested deeper than the parser's own stack. */
function parseYaml(path: string, text: string, lines: LineCounter): Document {
  const document = unnested(path, () =>
    yaml().parseDocument(text, { lineCounter: lines, uniqueKeys: true, logLevel: "error" }),
  );
  const [syntax] = document.errors;
  if (syntax === undefined) return document;
  const { line } = lines.linePos(syntax.pos[0]);
  // The parser takes the end of its own stack for an error of the text.
  if (/call stack/.test(syntax.message)) throw tooDeep(`${path}:${line}`);
  throw new SpecError(`Failed to parse ${path}:${line}: ${syntax.message.split("\n")[0]}. Correct the YAML.`);
}

/** The document as values; aliases are resolved, as far as they are honest. */
function plainOf(path: string, document: Document, lines: LineCounter): unknown {
  try {
    return unnested(path, (): unknown => document.toJS({ maxAliasCount: mostAliases }));
  } catch (cause) {
    // What the library throws for an alias of nothing, and for aliases that multiply each other.
    if (!(cause instanceof ReferenceError)) throw cause;
    let offset = 0;
    const { visit } = yaml();
    visit(document, {
      Alias: (_, alias) => {
        offset = alias.range?.[0] ?? 0;
        return alias.resolve(document) === undefined || /Excessive/.test(cause.message) ? visit.BREAK : undefined;
      },
    });
    const { line } = lines.linePos(offset);
    throw new SpecError(
      `Failed to parse ${path}:${line}: ${cause.message}. Write out what the alias stands for (at most ${mostAliases} are resolved).`,
      { cause },
    );
  }
}

function unnested<T>(path: string, parse: () => T): T {
  try {
    return parse();
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw tooDeep(path, { cause });
  }
}

function tooDeep(where: string, options?: ErrorOptions): SpecError {
  return new SpecError(`Failed to parse ${where}: it is nested too deeply. Correct the YAML.`, options);
}

function readText(path: string, { advice, largest = usual }: Reading): string {
  try {
    return readBounded(path, advice, largest);
  } catch (cause) {
    throw cause instanceof UsageError ? new SpecError(cause.message, { cause }) : cause;
  }
}

function describe(file: string, document: Document, lines: LineCounter, error: ErrorObject): string {
  const keys = error.instancePath.split("/").slice(1).map(unescapePointer);
  const extra = error.params["additionalProperty"] ?? error.params["missingProperty"];
  const path = typeof extra === "string" ? [...keys, extra] : keys;
  const line = lineOf(document, lines, path);
  const field = path.map((key) => oneLine(key, 80)).join("/") || "(document)";
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
