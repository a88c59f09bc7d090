import { readFileSync } from "node:fs";

/** A JSON Schema of `spec/schema/`, by its name without `.schema.json`. */
export function readJsonSchema(name: string): object {
  const url = new URL(`../../spec/schema/${name}.schema.json`, import.meta.url);
  return JSON.parse(readFileSync(url, "utf8")) as object;
}
