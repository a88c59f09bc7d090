import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Clause } from "../model.ts";
import type { Contract, Source } from "./contract.ts";
import { readBounded } from "./read-bounded.ts";
import { schemaTexts } from "./read-json-schema.ts";

/** A contract as it was read and checked when the package was made: parsing and checking it takes most of a start. */
interface Snapshot {
  /** The files that it was read from, in their order. */
  readonly files: readonly string[];
  /** Over the JSON Schemas by which they were checked. */
  readonly schemas: string;
  readonly contract: Omit<Contract, "clauses" | "sources"> & {
    readonly clauses: readonly Clause[];
    readonly sources: readonly Source[];
  };
}

/** The text of a snapshot, for a file. @param files those that the contract was read from, in their order. */
export function takeSnapshot(contract: Contract, files: readonly string[]): string {
  const { clauses, sources, ...rest } = contract;
  const plain = { ...rest, clauses: [...clauses.values()], sources: [...sources.values()] };
  return `${JSON.stringify({ files, schemas: schemasHash(), contract: plain } satisfies Snapshot, null, 1)}\n`;
}

/** The contract of a snapshot, where the files of the directory, and the schemas, are to the letter what they were. */
export function fromSnapshot(snapshot: unknown, dir: string): Contract | undefined {
  if (snapshot === undefined) return undefined;
  const { files, schemas, contract } = snapshot as Snapshot;
  if (schemas !== schemasHash() || contract.sha256 !== filesHash(dir, files)) return undefined;
  return { ...contract, clauses: byId(contract.clauses), sources: byId(contract.sources) };
}

/** What the files of a contract are recognised by. */
export function hashOf(texts: Iterable<readonly [file: string, text: string]>): string {
  const hash = createHash("sha256");
  for (const [file, text] of texts) hash.update(`${file}\0${text}\0`);
  return hash.digest("hex");
}

/** Undefined where one can't be read; whoever reads it next says why. */
function filesHash(dir: string, files: readonly string[]): string | undefined {
  try {
    return hashOf(files.map((file) => [file, readBounded(join(dir, file), "")] as const));
  } catch {
    return undefined;
  }
}

function schemasHash(): string {
  return hashOf(schemaTexts());
}

function byId<T extends { readonly id: string }>(entries: readonly T[]): ReadonlyMap<string, T> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}
