import { UsageError } from "../errors.ts";
import type { AwsOptions } from "../target/aws/aws-target.ts";
import { reachAws } from "../target/aws/aws-target.ts";
import type { Target } from "../target/target.ts";

/** What a run against the real AWS must say before anything is sent. */
export interface Guarded extends Omit<AwsOptions, "regions"> {
  /** `--account`. */
  readonly account?: string;
  /** `--region`, as it was written: no default counts here. */
  readonly regions?: readonly string[];
}

/**
 * The one way to the real AWS. Nothing is sent to EC2 unless the account is named and is that of the credentials, and the
 * Regions are named.
 * @throws {UsageError} saying what to add; of account ids no more than their last four digits.
 */
export async function guardedAws({ account, regions = [], ...options }: Guarded): Promise<Target> {
  const missing = [
    ...(account === undefined ? ["--account ID (the twelve digits of a throw-away account)"] : []),
    ...(regions.length === 0 ? ["--region REGION (or A,B for the clauses that need two)"] : []),
  ];
  if (account === undefined || missing.length > 0)
    throw new UsageError(
      `Failed to test aws: the run does not say where it may make and delete keys. Add ${missing.join(" and ")}. See docs/aws/guide.md.`,
    );
  if (!/^\d{12}$/.test(account))
    throw new UsageError("Failed to test aws: --account is no account id. Give its twelve digits, without dashes.");
  const aws = await reachAws({ ...options, regions });
  try {
    const own = await aws.identify();
    if (own === account) return aws.open(account);
    throw new UsageError(
      `Failed to test aws: the credentials belong to the account …${own.slice(-4)}, and --account names …${account.slice(-4)}. Take the other credentials, or add --account with the id that ends in ${own.slice(-4)}.`,
    );
  } catch (cause) {
    await aws.close();
    throw cause;
  }
}
