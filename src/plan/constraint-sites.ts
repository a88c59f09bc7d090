import type { WireSchema } from "../spec/contract.ts";
import { pointerToken } from "../spec/pointer.ts";

/** The keywords of the OpenAPI file that constrain a request. */
export const keywords = [
  "required",
  "minLength",
  "maxLength",
  "pattern",
  "enum",
  "minItems",
  "maxItems",
  "contentEncoding",
  "x-unique-by",
] as const;
export type Keyword = (typeof keywords)[number];

/** One constraint keyword at one place of a request. */
export interface ConstraintSite {
  readonly keyword: Keyword;
  /** JSON pointer of the keyword in the OpenAPI file (of the field's entry, for `required`). */
  readonly pointer: string;
  /** Member names from the request down to the constrained field; lists are passed through. */
  readonly path: readonly string[];
  /** The schema that holds the keyword (for `required`: the schema of the missing field). */
  readonly schema: WireSchema;
}

type Schemas = Readonly<Record<string, WireSchema>>;

/** Every constraint of a request schema, in the order of the file. */
export function constraintSites(schemas: Schemas, request: string): readonly ConstraintSite[] {
  return [...walk(schemas, { $ref: `#/components/schemas/${request}` }, "", [])];
}

function* walk(
  schemas: Schemas,
  schema: WireSchema,
  pointer: string,
  path: readonly string[],
): Generator<ConstraintSite> {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.slice("#/components/schemas/".length);
    const target = schemas[name];
    if (target !== undefined) yield* walk(schemas, target, `/components/schemas/${name}`, path);
    return;
  }
  for (const keyword of keywords) {
    if (keyword !== "required" && schema[keyword] !== undefined) {
      yield { keyword, pointer: pointer + pointerToken(keyword), path, schema };
    }
  }
  for (const [index, name] of (schema.required ?? []).entries()) {
    const field = schema.properties?.[name] ?? {};
    yield { keyword: "required", pointer: `${pointer}/required/${index}`, path: [...path, name], schema: field };
  }
  for (const [index, part] of (schema.allOf ?? []).entries()) {
    yield* walk(schemas, part, `${pointer}/allOf/${index}`, path);
  }
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    yield* walk(schemas, property, `${pointer}/properties${pointerToken(name)}`, [...path, name]);
  }
  if (schema.items !== undefined) yield* walk(schemas, schema.items, `${pointer}/items`, path);
}
