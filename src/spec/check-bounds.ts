import { SpecError } from "../errors.ts";
import type { Clause } from "../model.ts";
import { backtracks } from "./backtracks.ts";
import type { WireSchema } from "./contract.ts";

/** Characters of the longest text that a case may draw. */
const longestText = 1_000_000;

type Path = readonly (string | number)[];
interface Wrong {
  readonly path: Path;
  readonly why: string;
}

/**
 * What would keep a run busy for ever, or fill the memory, and JSON Schema can't say: schemas that hold themselves,
 * patterns that backtrack without end.
 * @param lineOf the line of a node of the OpenAPI file.
 * @throws {SpecError} naming file, line and field.
 */
export function checkSchemas(
  file: string,
  schemas: Readonly<Record<string, WireSchema>>,
  lineOf: (path: Path) => number,
): void {
  const root: Path = ["components", "schemas"];
  tell(
    file,
    Object.entries(schemas).flatMap(([name, schema]) => [
      ...wrongIn(schema, [...root, name], schemas),
      ...(holds(schemas, schema, name, new Set())
        ? [{ path: [...root, name], why: "refers to itself, so that no request has an end" }]
        : []),
    ]),
    lineOf,
  );
}

/** @throws {SpecError} for a case that draws a text without bound. */
export function checkTemplates(file: string, clauses: readonly Clause[], lineOf: (path: Path) => number): void {
  tell(file, longDraws(clauses, []), lineOf);
}

function tell(file: string, wrong: readonly Wrong[], lineOf: (path: Path) => number): void {
  if (wrong.length === 0) return;
  const lines = wrong.slice(0, 5).map(({ path, why }) => `  ${file}:${lineOf(path)}: ${path.join("/")} ${why}`);
  throw new SpecError(`Failed to load the contract:\n${lines.join("\n")}\nCorrect the file.`);
}

function wrongIn(schema: WireSchema, path: Path, schemas: Readonly<Record<string, WireSchema>>): readonly Wrong[] {
  const { $ref, pattern } = schema;
  return [
    ...($ref !== undefined && !(nameOf($ref) in schemas)
      ? [{ path: [...path, "$ref"], why: `names no schema: ${$ref}` }]
      : []),
    ...(pattern !== undefined && backtracks(pattern)
      ? [{ path: [...path, "pattern"], why: "backtracks without end on a text of 60 characters" }]
      : []),
    ...childrenOf(schema).flatMap(([at, child]) => wrongIn(child, [...path, ...at], schemas)),
  ];
}

function holds(
  schemas: Readonly<Record<string, WireSchema>>,
  schema: WireSchema,
  name: string,
  seen: Set<string>,
): boolean {
  const { $ref } = schema;
  if ($ref !== undefined) {
    const next = nameOf($ref);
    if (next === name) return true;
    if (seen.has(next)) return false;
    seen.add(next);
    return holds(schemas, schemas[next] ?? {}, name, seen);
  }
  return childrenOf(schema).some(([, child]) => holds(schemas, child, name, seen));
}

function childrenOf({ properties = {}, items, allOf = [] }: WireSchema): readonly (readonly [Path, WireSchema])[] {
  return [
    ...Object.entries(properties).map(([key, child]) => [["properties", key], child] as const),
    ...(items === undefined ? [] : [[["items"], items] as const]),
    ...allOf.map((child, index) => [["allOf", index], child] as const),
  ];
}

function nameOf($ref: string): string {
  return $ref.slice("#/components/schemas/".length);
}

/** Draws whose text would be longer than any target should get. */
function longDraws(value: unknown, path: Path): readonly Wrong[] {
  if (typeof value !== "object" || value === null) return [];
  const { to, times, $repeat: text } = value as { to?: unknown; times?: unknown; $repeat?: unknown };
  const length = typeof times === "number" && typeof text === "string" ? times * text.length : to;
  const wrong =
    typeof length === "number" && !(length >= 0 && length <= longestText)
      ? [{ path, why: `draws a text of ${length} characters; at most ${longestText} are drawn` }]
      : [];
  return [...wrong, ...Object.entries(value).flatMap(([key, member]) => longDraws(member, [...path, key]))];
}
