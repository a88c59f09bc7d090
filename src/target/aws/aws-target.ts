import { callersSecrets } from "../../drive/redact.ts";
import { messageOf, UsageError } from "../../errors.ts";
import type { Transport } from "../../model.ts";
import { redactAwsText } from "../../recordings/redact-aws-text.ts";
import { oneLine } from "../../report/escape.ts";
import { type EndpointOptions, openOrigins } from "../endpoint.ts";
import { lacksOf, type Profile } from "../profile.ts";
import type { Credentials, Target } from "../target.ts";
import { TransportError } from "../transport-error.ts";
import { handlerOver } from "../transport-handler.ts";
import { awsCredentials } from "./aws-credentials.ts";
import { awsEndpoints } from "./aws-endpoints.ts";

export interface AwsOptions extends EndpointOptions {
  /** One or two, the first is the run's. */
  readonly regions: readonly string[];
  /** EC2 and STS at once; by default where the SDK would look. */
  readonly endpoint?: string;
  readonly profile: Profile;
  /** Milliseconds for the question who is calling. */
  readonly timeout: number;
}

/** Keys that a profile holds; those of the run come from the chain, and are drawn anew. */
function secondary({ credentials }: Profile): readonly Credentials[] {
  return credentials?.unauthorized === undefined ? [] : [credentials.unauthorized];
}

/** AWS before its guard has let anybody through: all that can be done is to ask who is calling. */
export interface UnguardedAws {
  /** `sts:GetCallerIdentity`. @returns the account, twelve digits. @throws {UsageError} when STS refuses. */
  identify(): Promise<string>;
  /** The target, for an account that was made sure of. */
  open(account: string): Target;
  close(): Promise<void>;
}

/**
 * Finds credentials and endpoints; sends nothing to EC2.
 * @throws {UsageError} without credentials, and for endpoints that can't be.
 */
export async function reachAws(options: AwsOptions): Promise<UnguardedAws> {
  const { regions, profile, endpoint } = options;
  const [region = ""] = regions;
  if (profile.credentials?.run !== undefined)
    throw new UsageError(
      `Failed to use the profile ${profile.name} for aws: it holds credentials of the run, which come from the standard chain here. Leave them out.`,
    );
  const endpoints = await awsEndpoints(regions, endpoint);
  const own = await awsCredentials({ region, endpoint: endpoints.sts.href });
  const origins = [...endpoints.ec2.values(), endpoints.sts].map(({ origin }) => origin);
  const { transport: open, close } = await openOrigins(origins, options);
  const transport = confined(open, regions);
  const endpointOf = (name: string): URL => {
    const url = endpoints.ec2.get(name);
    if (url === undefined) throw new Error(`the Region ${name} was not named`);
    return url;
  };
  return {
    identify: () => callerIdentity(own.current, endpoints.sts, region, options),
    open: (id) => ({
      name: profile.name,
      endpoint: endpointOf(region),
      endpointOf,
      transport,
      lacks: {
        ...lacksOf(profile),
        ...(regions.length < 2 && { regions: "--region names one Region; name a second one: --region A,B" }),
      },
      ...(profile.settles !== undefined && { settles: profile.settles }),
      account: { id, regions },
      secrets: callersSecrets(options.headers ?? {}, secondary(profile), process.env),
      renew: own.renew,
      credentials: {
        get run() {
          return own.current;
        },
        ...(profile.credentials?.unauthorized && { unauthorized: profile.credentials.unauthorized }),
      },
      close,
    }),
    close,
  };

  async function callerIdentity(credentials: Credentials, url: URL, here: string, limits: AwsOptions): Promise<string> {
    const { STSClient, GetCallerIdentityCommand } = await import("@aws-sdk/client-sts");
    const timed = (request: Request): Promise<Response> =>
      transport(new Request(request, { signal: AbortSignal.timeout(limits.timeout) }));
    const client = new STSClient({
      region: here,
      credentials,
      endpoint: url.href,
      maxAttempts: 1,
      // The SDK's own type asks for members of its HTTP handlers that only its HTTP handlers use.
      requestHandler: handlerOver(timed) as object as never,
    });
    try {
      const { Account } = await client.send(new GetCallerIdentityCommand({}));
      if (Account === undefined || !/^\d{12}$/.test(Account)) throw new Error("the answer names no account");
      return Account;
    } catch (cause) {
      const code = cause instanceof Error && cause.name !== "Error" ? `${cause.name}: ` : "";
      throw new UsageError(
        `Failed to ask sts:GetCallerIdentity who is calling: ${code}${oneLine(redactAwsText(messageOf(cause)))}. Look at the credentials, and at the endpoint ${url.origin}.`,
        { cause },
      );
    }
  }
}

/** A transport that sends nothing that is signed for another Region than these. */
function confined(transport: Transport, regions: readonly string[]): Transport {
  return async (request) => {
    const region = signedFor(request);
    if (region !== undefined && !regions.includes(region))
      throw new TransportError("not-sent", `the Region ${region} was not named`);
    return transport(request);
  };
}

/** The Region in the credential scope of a request; an unsigned one has none. */
function signedFor({ headers, url }: Request): string | undefined {
  const credential =
    headers.get("authorization")?.match(/Credential=([^,\s]+)/)?.[1] ??
    new URL(url).searchParams.get("X-Amz-Credential");
  return credential?.split("/").at(-3);
}
