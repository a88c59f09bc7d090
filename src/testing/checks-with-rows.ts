import { readdirSync, readFileSync } from "node:fs";

/** The names of the checks that the tables in a folder have rows for. */
export function checksWithRows(folder: URL): readonly string[] {
  const tables = readdirSync(folder).filter((file) => file.endsWith(".test.ts"));
  const texts = tables.map((file) => readFileSync(new URL(file, folder), "utf8")).join("");
  return [...new Set([...texts.matchAll(/check: "([\w-]+)"/g)].map(([, name = ""]) => name))].toSorted();
}
