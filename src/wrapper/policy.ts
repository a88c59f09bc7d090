import { basename, dirname } from "node:path";
import { readJsonSchema } from "../spec/read-json-schema.ts";
import { readSpecFile } from "../spec/read-spec-file.ts";

/** What a wrapper is meant to do where more than one thing is right. What is not declared is open: never judged. */
export interface WrapperPolicy {
  /** When the name is taken. */
  readonly onDuplicate?: "throw" | "return-existing" | "replace-if-different";
  /** Which failures it tries again, or, with false, does not. */
  readonly retries?: { readonly throttling?: boolean; readonly server?: boolean; readonly connection?: boolean };
  /** After an answer that was lost it looks whether the key is there. */
  readonly lostAnswer?: "look";
  /** What a dry run that would have succeeded comes to. */
  readonly onDryRun?: "throw" | "return";
  /** It gives up by itself within the time limit of a scenario. */
  readonly timeout?: true;
  /** The AWS error code in what it throws. A text is a regular expression on a command's output; its group is the code. */
  readonly errorCode?: string | ((error: unknown) => unknown);
}

/** What a wrapper honestly can't do: scenarios that need it are skipped, with this reason. */
export type WrapperLacks = Readonly<Partial<Record<"tags" | "dry-run", string>>>;

/** A policy file, validated: `spec/schema/wrapper-policy.schema.json`. */
interface PolicyFile {
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
