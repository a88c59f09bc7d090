import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { SpecError } from "../errors.ts";
import type { Clause, Json, StatusSeries } from "../model.ts";
import { checkSchemas, checkTemplates } from "./check-bounds.ts";
import { checkContract } from "./check-contract.ts";
import type { Contract, ContractFiles, Source, WireSchema } from "./contract.ts";
import { readJsonSchema } from "./read-json-schema.ts";
import { readSpecFile, type SpecFile } from "./read-spec-file.ts";
import { fromSnapshot, hashOf } from "./snapshot.ts";

/** The contract that ships with the package; `src/` and `dist/` lie equally deep. */
export const defaultSpecDir = fileURLToPath(new URL("../../spec/", import.meta.url));

interface OpenApiFile {
  readonly info: { readonly version: string };
  readonly components: { readonly schemas: Record<string, WireSchema> };
  readonly "x-errors": Record<string, number | null>;
  readonly "x-error-codes"?: string;
}

/** One table of AWS's page of error codes. */
interface PublishedCodes {
  readonly status: StatusSeries;
  readonly codes: readonly string[];
}

interface Universe {
  readonly revisions: readonly { readonly values: readonly string[] }[];
}

/**
 * Reads the contract of one action, validated against the JSON Schemas of the package (also for another directory: the
 * format is the package's, the content is the directory's).
 * @throws {SpecError} naming file, line and field.
 */
export function loadContract(files: ContractFiles, dir: string = defaultSpecDir): Contract {
  return fromSnapshot(files.snapshot, dir) ?? readContract(files, dir).contract;
}

/**
 * The same from the files, whatever is known of them. @returns also which files it read, in their order.
 * @throws {SpecError} naming file, line and field.
 */
export function readContract(
  files: ContractFiles,
  dir: string,
): { readonly contract: Contract; readonly files: readonly string[] } {
  const texts = new Map<string, string>();
  const open = <T>(file: string, schema: string): SpecFile<T> => {
    const opened = readSpecFile<T>(dir, file, readJsonSchema(schema));
    texts.set(file, opened.text);
    return opened;
  };
  const read = <T>(file: string, schema: string): T => open<T>(file, schema).value;
  const { value: openapi, lineOf } = open<OpenApiFile>(files.openapi, "openapi");
  const { schemas } = openapi.components;
  checkSchemas(join(dir, files.openapi), schemas, lineOf);
  const clauses = files.clauses.flatMap((file) => {
    const opened = open<readonly Clause[]>(file, "clauses");
    checkTemplates(join(dir, file), opened.value, opened.lineOf);
    return opened.value;
  });
  const sources = read<readonly Source[]>("sources.yaml", "sources");
  const universes = universesOf(schemas).map((file) => {
    const { revisions } = read<Universe>(file, stem(file));
    return [file, [...new Set(revisions.flatMap(({ values }) => values))]] as const;
  });
  const corpora = files.corpora.map((file) => [stem(file), read<Json>(file, stem(file))] as const);
  const codes = openapi["x-error-codes"];
  const published = codes === undefined ? [] : read<readonly PublishedCodes[]>(codes, stem(codes));
  const contract: Contract = {
    action: files.action,
    apiVersion: openapi.info.version,
    sha256: hashOf(texts),
    clauses: byId(clauses),
    schemas,
    errors: { ...seriesByCode(published), ...openapi["x-errors"] },
    universes: Object.fromEntries(universes),
    corpora: Object.fromEntries(corpora),
    sources: byId(sources),
  };
  checkContract(contract);
  return { contract, files: [...texts.keys()] };
}

function seriesByCode(lists: readonly PublishedCodes[]): Record<string, StatusSeries> {
  return Object.fromEntries(lists.flatMap(({ status, codes }) => codes.map((code) => [code, status] as const)));
}

function byId<T extends { readonly id: string }>(entries: readonly T[]): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  for (const entry of entries) {
    if (map.has(entry.id)) {
      throw new SpecError(`Failed to load the contract: the id ${entry.id} is used twice. Give one of them a new id.`);
    }
    map.set(entry.id, entry);
  }
  return map;
}

function universesOf(schemas: Record<string, WireSchema>): string[] {
  const properties = Object.values(schemas).flatMap((schema) => Object.values(schema.properties ?? {}));
  return [...new Set(properties.flatMap((property) => property["x-universe"] ?? []))];
}

function stem(file: string): string {
  return file.replace(/\.yaml$/, "");
}
