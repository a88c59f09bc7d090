import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { UsageError } from "../errors.ts";
import type { Capability } from "../model.ts";
import { readJsonSchema } from "../spec/read-json-schema.ts";
import { readSpecFile } from "../spec/read-spec-file.ts";
import { isCommand, type StartRecipe } from "./emulator/start-recipe.ts";
import type { Credentials } from "./target.ts";

/** A profile file, validated: `spec/schema/profile.schema.json`. */
export interface Profile {
  readonly name: string;
  readonly about?: string;
  readonly endpoint?: string;
  readonly start?: StartRecipe;
  readonly version?: { readonly path: string; readonly member: string };
  readonly reset?: { readonly method?: "POST" | "PUT" | "DELETE"; readonly path: string };
  readonly capabilities?: Readonly<Partial<Record<Capability, boolean | string>>>;
  /** How the target's own tests are written: Python for pytest, and what yields the URL of a server where none is named. */
  readonly tests?: { readonly kind: "pytest"; readonly server?: string };
  /** A read may not yet show what was just made, changed or deleted. */
  readonly settles?: "late";
  /** The users of a run are made through the target's own IAM. */
  readonly users?: "iam";
  readonly credentials?: Readonly<Partial<Record<"run" | "unauthorized", Credentials>>>;
}

/** The profiles of the emulators that are known by name. */
const profilesDir = fileURLToPath(new URL("../../suites/profiles/", import.meta.url));

/** The real service has a profile too; it is reached behind its guard only, and never started. */
const guarded = "aws";

/** The names of the emulators that have a profile. */
export function profileNames(): readonly string[] {
  if (!existsSync(profilesDir)) return [];
  const files = readdirSync(profilesDir).filter((file) => file.endsWith(".yaml"));
  return files
    .map((file) => basename(file, ".yaml"))
    .filter((name) => name !== guarded)
    .sort();
}

/** The profile of an emulator that is known by name, or of `aws`. */
export function namedProfile(name: string): Profile {
  return readProfile(join(profilesDir, `${name}.yaml`));
}

/**
 * Reads a profile file.
 * @throws {SpecError} when it breaks its schema. @throws {UsageError} when it takes a credential from an environment variable that is
 * not set, or starts a command without saying where it has to listen.
 */
export function readProfile(path: string): Profile {
  const { value } = readSpecFile<Profile>(dirname(path), basename(path), readJsonSchema("profile"), {
    what: "the profile",
    advice: "Name the file of a profile with --profile, or leave it out.",
  });
  const { start, credentials } = value;
  return {
    ...value,
    ...(start && { start: placed(path, start) }),
    ...(credentials && {
      credentials: Object.fromEntries(
        Object.entries(credentials).map(([who, keys]) => [who, fromEnvironment(path, keys)]),
      ),
    }),
  };
}

/** What a recipe names is found from where its profile is. */
function placed(path: string, start: StartRecipe): StartRecipe {
  const folder = dirname(resolve(path));
  if (!isCommand(start))
    return { ...start, ...(start.constraints !== undefined && { constraints: join(folder, start.constraints) }) };
  const told = [...start.command, ...Object.values(start.environment ?? {})];
  if (!told.some((text) => text.includes("{port}")))
    throw new UsageError(
      `Failed to use ${path}: its start/command never says {port}, so that what it starts would not listen where it is asked. Write {port} where the command, or its environment, names the port.`,
    );
  return { ...start, folder };
}

function fromEnvironment(path: string, { accessKeyId, secretAccessKey }: Credentials): Credentials {
  const read = (text: string): string => {
    if (!text.startsWith("$")) return text;
    const value = process.env[text.slice(1)];
    if (value && !/^[\x21-\x7e]+$/.test(value)) {
      throw new UsageError(
        `Failed to use ${path}: the environment variable ${text.slice(1)} holds blanks, line breaks or characters beyond ASCII. Set it to the key alone.`,
      );
    }
    if (value) return value;
    throw new UsageError(
      `Failed to use ${path}: the environment variable ${text.slice(1)} is not set. Set it to the key that the profile wants.`,
    );
  };
  return { accessKeyId: read(accessKeyId), secretAccessKey: read(secretAccessKey) };
}

/** What a profile says that its target lacks, with the reasons; `signatures` and `iam` have to be claimed. */
export function lacksOf({ name, capabilities = {} }: Profile): Readonly<Partial<Record<Capability, string>>> {
  const unclaimed = { signatures: false, iam: false };
  return Object.fromEntries(
    Object.entries({ ...unclaimed, ...capabilities }).flatMap(([capability, has]) =>
      has === true ? [] : [[capability, typeof has === "string" ? has : `the profile of ${name} does not claim it`]],
    ),
  );
}
