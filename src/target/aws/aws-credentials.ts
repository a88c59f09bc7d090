import { messageOf, UsageError } from "../../errors.ts";
import type { Credentials } from "../target.ts";

/** Whose turn it is to ask STS: roles are assumed in the Region of the run, where the run's own STS answers. */
export interface CredentialSource {
  readonly region: string;
  /** Where STS is, when not at AWS's own address. */
  readonly endpoint?: string;
}

/** The run's credentials, drawn anew before they end. */
export interface RenewedCredentials {
  readonly current: Credentials;
  renew(): Promise<void>;
}

/**
 * The standard chain of the AWS SDK: environment, shared files and profile, SSO, process, assumed role, web identity,
 * container, instance.
 * @throws {UsageError} when no link of the chain has any.
 */
export async function awsCredentials({ region, endpoint }: CredentialSource): Promise<RenewedCredentials> {
  const [{ defaultProvider }, { getDefaultRoleAssumer, getDefaultRoleAssumerWithWebIdentity }] = await Promise.all([
    import("@aws-sdk/credential-provider-node"),
    import("@aws-sdk/client-sts"),
  ]);
  const sts = { region, ...(endpoint !== undefined && { endpoint }) };
  const provide = defaultProvider({
    clientConfig: { region },
    roleAssumer: getDefaultRoleAssumer(sts),
    roleAssumerWithWebIdentity: getDefaultRoleAssumerWithWebIdentity(sts),
  });
  const draw = async (): Promise<Credentials> => {
    // It remembers what it gave, and asks again a few minutes before that ends.
    const { accessKeyId, secretAccessKey, sessionToken } = await provide();
    return { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) };
  };
  let current: Credentials;
  try {
    current = await draw();
  } catch (cause) {
    throw new UsageError(
      `Failed to find AWS credentials: ${messageOf(cause).replace(/\s*\n\s*/g, " ")}. Log in, or set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.`,
      { cause },
    );
  }
  return {
    get current() {
      return current;
    },
    async renew() {
      try {
        current = await draw();
      } catch {
        // The old ones are still there; if they have ended, the service says so, and that is reported.
      }
    },
  };
}
