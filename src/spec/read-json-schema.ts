import { readdirSync, readFileSync } from "node:fs";

const folder = new URL("../../spec/schema/", import.meta.url);
const schemas = new Map<string, object>();

/**
 * A JSON Schema of `spec/schema/`, by its name without `.schema.json`; the same object each time, since what compiles
 * schemas keeps what it made by their identity.
 */
export function readJsonSchema(name: string): object {
  const url = new URL(`${name}.schema.json`, folder);
  const schema = schemas.get(name) ?? (JSON.parse(readFileSync(url, "utf8")) as object);
  schemas.set(name, schema);
  return schema;
}

/** All schemas as they stand in their files, by file. */
export function schemaTexts(): readonly (readonly [file: string, text: string])[] {
  return readdirSync(folder)
    .sort()
    .map((file) => [file, readFileSync(new URL(file, folder), "utf8")] as const);
}
