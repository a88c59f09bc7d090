import { basename, dirname } from "node:path";
import { readJsonSchema } from "../spec/read-json-schema.ts";
import { readSpecFile } from "../spec/read-spec-file.ts";
import type { WrapperLacks, WrapperPolicy } from "./policy.ts";

/** A policy file, validated: `spec/schema/wrapper-policy.schema.json`. */
export interface PolicyFile {
  readonly name?: string;
  readonly version?: string;
  readonly lacks?: WrapperLacks;
  readonly policy: WrapperPolicy;
}

/** Reads a policy file. @throws {SpecError} naming file, line and field. */
export function readPolicy(path: string): PolicyFile {
  type Content = Omit<PolicyFile, "policy"> & WrapperPolicy;
  const { value } = readSpecFile<Content | null>(dirname(path), basename(path), readJsonSchema("wrapper-policy"), {
    what: "the policy",
    advice: "Name the file of a policy with --policy, or leave it out.",
  });
  const { name, version, lacks, ...policy } = value ?? {};
  return {
    policy,
    ...(name !== undefined && { name }),
    ...(version !== undefined && { version }),
    ...(lacks && { lacks }),
  };
}
