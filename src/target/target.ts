import type { Capability, Drive, Principal, Tier, Transport } from "../model.ts";

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Of temporary credentials. */
  readonly sessionToken?: string;
}

/** Who answers, and how it is addressed. */
export interface Target {
  readonly name: string;
  readonly endpoint: URL;
  /** Where each Region is a host of its own. */
  readonly endpointOf?: (region: string) => URL;
  readonly version?: string;
  readonly transport: Transport;
  /** What it honestly lacks: clauses that need it are skipped, with this reason. */
  readonly lacks: Readonly<Partial<Record<Capability, string>>>;
  /** Credentials by principal; a principal without an entry can't be played here. `anonymous` needs none. */
  readonly credentials: Readonly<Partial<Record<Exclude<Principal, "anonymous">, Credentials>>>;
  /** A read may not yet show what was just made, changed or deleted. */
  readonly settles?: "late";
  /** Nobody answers: what an earlier run was answered is answered again. */
  readonly replayed?: Replayed;
  /** It is an account of somebody's: nothing is sent to a Region that was not named, and nothing may stay behind. */
  readonly account?: Account;
  /** Draws new credentials where those of the run end soon. Called before a request is signed. */
  readonly renew?: () => Promise<void>;
  /** What the caller gave to reach it, and what else must not come back in a report. */
  readonly secrets?: readonly string[];
  close(): Promise<void>;
}

/** The account behind a guarded target. */
export interface Account {
  /** Twelve digits; never in a report. */
  readonly id: string;
  /** The Regions that were named, one or two. */
  readonly regions: readonly string[];
}

/** Where a request stands in a run. */
export interface Place {
  readonly case: string;
  readonly drive: Drive;
  readonly step: string;
}

/** The step of a look at what became of another, whose answer was lost. */
export function lookAfter(step: string): string {
  return `look after ${step}`;
}

/** What answers a request of a recorded run. */
export interface RecordedAnswers {
  /** Gives the answers in the order in which they were recorded, and the last one again. */
  readonly transport: Transport;
  /** Whether the recorded run asked once more, or had a look. */
  hasMore(): boolean;
}

/** A recorded run, as far as a run that repeats it must know. */
export interface Replayed {
  /** ISO 8601. */
  readonly recordedAt: string;
  readonly prefix: string;
  /** The fresh keys that were drawn. */
  readonly keys: Readonly<Record<string, string>>;
  readonly seed: number;
  readonly drives: readonly Drive[];
  readonly regions: readonly [string, string];
  /** The contract by whose plan it was recorded. */
  readonly contract: string;
  /** It was an account of somebody's: how much of the plan it was asked. */
  readonly tier?: Tier;
  at(place: Place): RecordedAnswers;
  /** What was asked in these cases that the recording does not hold, as a sentence; undefined where it held all. */
  missed(cases: readonly string[]): string | undefined;
}

/** Where a target answers for a Region. */
export function endpointIn({ endpoint, endpointOf }: Target, region: string): URL {
  return endpointOf?.(region) ?? endpoint;
}

/**
 * AWS's published example credentials: they look right, open nothing, and no scanner takes them for a leak.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html
 */
export const dummyCredentials: Credentials = {
  accessKeyId: "AKIAIOSFODNN7EXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
};

/** What no target is believed to have unless it is said that it does. */
export const undeclared: Target["lacks"] = {
  signatures: "the target does not claim to check signatures",
  iam: "the target does not claim to check permissions",
};
