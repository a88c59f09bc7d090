import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Evidence } from "./compare-quotes.ts";

/** Every excerpt that is kept in `fixtures/evidence/`. */
export function readEvidence(): readonly Evidence[] {
  const folder = new URL("../fixtures/evidence/", import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  return files.map((name): Evidence => parse(readFileSync(new URL(name, folder), "utf8")));
}
