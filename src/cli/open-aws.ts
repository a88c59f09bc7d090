import { UsageError } from "../errors.ts";
import { guardedAws } from "../live/guard.ts";
import { oneLine } from "../report/escape.ts";
import { namedProfile, type Profile, readProfile } from "../target/profile.ts";
import type { Target } from "../target/target.ts";
import { regionName } from "./option-values.ts";

/** What of the command line concerns the real AWS. */
export interface AwsCommandOptions {
  readonly account?: string;
  readonly endpoint?: string;
  readonly region?: string;
  readonly profile?: string;
  readonly cacert?: string;
  readonly timeout: number;
  readonly concurrency?: number;
  readonly header?: readonly string[];
}

/** The Regions of `--region A[,B]`, as they were written; none without it. @throws {UsageError} for what names none. */
export function namedRegions(text: string | undefined, most = 2): readonly string[] {
  if (text === undefined) return [];
  const names = text.split(",");
  if (names.length <= most && names.every((name) => regionName.test(name)) && new Set(names).size === names.length)
    return names;
  throw new UsageError(
    `Failed to use --region ${oneLine(text, 80)}: it names no Regions, or too many. Write it as us-east-1${most > 1 ? " or us-east-1,us-west-2" : ""}.`,
  );
}

/** The profile of aws, with what a profile of the user's own says beside it. */
export function awsProfile(file: string | undefined): Profile {
  const aws = namedProfile("aws");
  if (file === undefined) return aws;
  const own = readProfile(file);
  if (own.start !== undefined || own.reset !== undefined || own.users !== undefined || own.endpoint !== undefined)
    throw new UsageError(
      `Failed to use the profile ${file} for aws: it starts, resets or addresses its target. Give it capabilities and the credentials of a user without permissions, no more.`,
    );
  return { ...aws, ...own, name: aws.name, capabilities: { ...aws.capabilities, ...own.capabilities } };
}

/** Passes the guard. @throws {UsageError} saying what to add. */
export function openAws(
  options: AwsCommandOptions,
  headers: Readonly<Record<string, string>>,
  most = 2,
): Promise<Target> {
  const { account, endpoint, region, cacert, timeout, concurrency = 2 } = options;
  return guardedAws({
    profile: awsProfile(options.profile),
    regions: namedRegions(region, most),
    concurrency,
    timeout,
    headers,
    ...(account !== undefined && { account }),
    ...(endpoint !== undefined && { endpoint }),
    ...(cacert !== undefined && { cacert }),
  });
}

/** The options that only the real AWS understands. @throws {UsageError} for another target that is given one. */
export function refuseAwsOptions(target: string, options: Readonly<Record<string, unknown>>): void {
  for (const name of ["account", "endpoint", "tier", "plan"])
    if (options[name] !== undefined)
      throw new UsageError(`Failed to use --${name} with ${target}: it is for the target aws. Leave it out.`);
}
