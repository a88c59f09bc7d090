import type { Clause, Json, StatusSeries } from "../model.ts";

/** A schema of the OpenAPI file, as far as the harness reads it. */
export interface WireSchema {
  readonly $ref?: string;
  readonly type?: "object" | "array" | "string" | "boolean";
  readonly description?: string;
  readonly properties?: Readonly<Record<string, WireSchema>>;
  readonly items?: WireSchema;
  readonly allOf?: readonly WireSchema[];
  readonly required?: readonly string[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly contentEncoding?: "base64";
  readonly format?: string;
  readonly xml?: { readonly name?: string; readonly namespace?: string; readonly wrapped?: boolean };
  /** Values on which AWS's own documents disagree: their cases run and judge nothing. */
  readonly "x-disputed"?: readonly number[];
  /** The file that lists all values which `enum` chooses from. */
  readonly "x-universe"?: string;
  /** No two items may share this member. */
  readonly "x-unique-by"?: string;
  /** Values for `pattern`: the pattern says which of them must be accepted. */
  readonly "x-probes"?: readonly { readonly slug: string; readonly title: string; readonly value: string }[];
}

/** Where a statement about AWS comes from. */
export interface Source {
  readonly id: string;
  readonly kind: "documented" | "observed";
  readonly title: string;
  readonly url?: string;
  readonly text?: string;
  readonly date: string;
  readonly quote: string;
  readonly action?: string;
  readonly "request-id"?: string;
}

/** The contract of one action: everything under `spec/` that speaks about it, read and validated. */
export interface Contract {
  readonly action: string;
  readonly apiVersion: string;
  /** Over all files that were read, in a fixed order. */
  readonly sha256: string;
  readonly clauses: ReadonlyMap<string, Clause>;
  /** `components.schemas` of the OpenAPI file. */
  readonly schemas: Readonly<Record<string, WireSchema>>;
  /** HTTP status by error code: as it was recorded, or the series that AWS publishes; null where nobody says. */
  readonly errors: Readonly<Record<string, number | StatusSeries | null>>;
  /** Values by the file that lists them (`x-universe`). */
  readonly universes: Readonly<Record<string, readonly string[]>>;
  /** Further data files of the action, by name without extension. */
  readonly corpora: Readonly<Record<string, Json>>;
  readonly sources: ReadonlyMap<string, Source>;
}

/** Which files make up the contract of an action, and the schema of each. */
export interface ContractFiles {
  readonly action: string;
  readonly openapi: string;
  readonly clauses: readonly string[];
  readonly corpora: readonly string[];
  /** What was read and checked when the package was made; used while the files are what they were. */
  readonly snapshot?: unknown;
}

export type Schemas = Readonly<Record<string, WireSchema>>;

/** The schema itself, or the one that its `$ref` names. */
export function resolveSchema(schemas: Schemas, schema: WireSchema): WireSchema {
  if (schema.$ref === undefined) return schema;
  return schemas[schema.$ref.slice("#/components/schemas/".length)] ?? {};
}
