import type { WireSchema } from "../spec/contract.ts";

export type Schemas = Readonly<Record<string, WireSchema>>;

/** The schema itself, or the one that its `$ref` names. */
export function resolveSchema(schemas: Schemas, schema: WireSchema): WireSchema {
  if (schema.$ref === undefined) return schema;
  return schemas[schema.$ref.slice("#/components/schemas/".length)] ?? {};
}
