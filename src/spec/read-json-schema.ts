import { readFileSync } from "node:fs";

const schemas = new Map<string, object>();

/**
 * A JSON Schema of `spec/schema/`, by its name without `.schema.json`; the same object each time, since what compiles
 * schemas keeps what it made by their identity.
 */
export function readJsonSchema(name: string): object {
  const url = new URL(`../../spec/schema/${name}.schema.json`, import.meta.url);
  const schema = schemas.get(name) ?? (JSON.parse(readFileSync(url, "utf8")) as object);
  schemas.set(name, schema);
  return schema;
}
