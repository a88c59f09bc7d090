import { EC2Client, type EC2ClientConfig } from "@aws-sdk/client-ec2";
import { ensureKey } from "./ensure-key.ts";

/** What CloudFormation sends to a custom resource, as far as it is read here. */
export interface CreateEvent {
  readonly RequestType: "Create";
  readonly ResourceProperties: {
    readonly KeyName: string;
    readonly PublicKey: string;
    readonly Tags?: readonly { readonly Key: string; readonly Value: string }[];
  };
}

export type CustomResourceResult =
  | {
      readonly Status: "SUCCESS";
      readonly PhysicalResourceId: string;
      readonly Data: Record<string, string | undefined>;
    }
  | { readonly Status: "FAILED"; readonly Reason: string };

/** A handler of a Lambda function: it never throws, as nobody would tell CloudFormation of it. */
export async function handler(event: CreateEvent, config: EC2ClientConfig = {}): Promise<CustomResourceResult> {
  const { KeyName, PublicKey, Tags = [] } = event.ResourceProperties;
  try {
    const tags = Object.fromEntries(Tags.map(({ Key, Value }) => [Key, Value]));
    const key = await ensureKey({ client: new EC2Client(config), keyName: KeyName, publicKey: PublicKey, tags });
    return {
      Status: "SUCCESS",
      PhysicalResourceId: key.keyPairId ?? KeyName,
      Data: { KeyName, KeyPairId: key.keyPairId, Fingerprint: key.fingerprint },
    };
  } catch (error) {
    const { name, message } = error as Error;
    return { Status: "FAILED", Reason: `${name}: ${message}` };
  }
}
