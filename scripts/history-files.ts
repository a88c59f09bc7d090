import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { History } from "../src/site/history.ts";
import { readHistory, writeHistory } from "../src/site/history-text.ts";

const root = join(import.meta.dirname, "..");
const folder = "site/history";
const schema = JSON.parse(readFileSync(join(root, "site/history.schema.json"), "utf8")) as object;

/** The file of an emulator's history, from the root of the repository. */
export const historyFile = (emulator: string): string => `${folder}/${emulator}.json`;

/** What is known of an emulator; nothing yet where there is no file. @throws {UsageError} for a file that is broken. */
export function loadHistory(emulator: string): History {
  const file = historyFile(emulator);
  const path = join(root, file);
  return existsSync(path) ? readHistory(readFileSync(path, "utf8"), file, schema) : { emulator, runs: [] };
}

/** Every history, by the name of its emulator. */
export function loadHistories(): readonly History[] {
  const files = globSync("*.json", { cwd: join(root, folder) }).sort();
  return files.map((file) => loadHistory(file.replace(/\.json$/, "")));
}

export function saveHistory(history: History): void {
  const path = join(root, historyFile(history.emulator));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, writeHistory(history));
}
