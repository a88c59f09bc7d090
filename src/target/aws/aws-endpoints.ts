import { UsageError } from "../../errors.ts";
import type { SdkRequest } from "../transport-handler.ts";
import { isRealAws } from "./is-real-aws.ts";

/** Where EC2 and STS answer for each Region of a run. */
export interface AwsEndpoints {
  readonly ec2: ReadonlyMap<string, URL>;
  readonly sts: URL;
}

/** `us-east-1`, `us-gov-west-1`, `eusc-de-east-1`. */
const regionLabel = /^[a-z]{2,4}(?:-[a-z]+){1,2}-\d$/;

/**
 * The endpoints that the SDK would use: FIPS and dual stack, `AWS_ENDPOINT_URL`, `AWS_ENDPOINT_URL_EC2` and
 * `AWS_ENDPOINT_URL_STS`, from the environment or the shared files. One URL given (`{region}` in it stands for the
 * Region) takes the place of all of them.
 * @throws {UsageError} for a URL that is none, and for one that belongs to a Region that is not named.
 */
export async function awsEndpoints(regions: readonly string[], given: string | undefined): Promise<AwsEndpoints> {
  const [first = ""] = regions;
  const ec2 = new Map<string, URL>();
  for (const region of regions)
    ec2.set(region, given === undefined ? await sdkEndpoint("ec2", region) : endpointUrl(given, region));
  const sts = given === undefined ? await sdkEndpoint("sts", first) : endpointUrl(given, first);
  for (const url of ec2.values()) refuseOtherRegion(url, regions);
  return { ec2, sts };
}

/** What the SDK's own client makes of its configuration: it is asked to send, and nothing is sent. */
async function sdkEndpoint(service: "ec2" | "sts", region: string): Promise<URL> {
  let url: URL | undefined;
  const requestHandler = {
    async handle({ protocol, hostname, port, path }: SdkRequest): Promise<never> {
      url = new URL(`${protocol}//${hostname}${port === undefined ? "" : `:${port}`}${path}`);
      throw new Error("only the address was wanted");
    },
  };
  const credentials = { accessKeyId: "none", secretAccessKey: "none" };
  const config = { region, credentials, maxAttempts: 1, requestHandler: requestHandler as object as never };
  try {
    if (service === "ec2") {
      const { EC2Client, DescribeKeyPairsCommand } = await import("@aws-sdk/client-ec2");
      await new EC2Client(config).send(new DescribeKeyPairsCommand({}));
    } else {
      const { STSClient, GetCallerIdentityCommand } = await import("@aws-sdk/client-sts");
      await new STSClient(config).send(new GetCallerIdentityCommand({}));
    }
  } catch (cause) {
    if (url === undefined)
      throw new UsageError(
        `Failed to find the endpoint of ${service} in ${region}: ${String(cause)}. Look at the AWS_ variables and the shared files.`,
        { cause },
      );
  }
  if (url === undefined) throw new Error("the SDK sent without its request handler");
  return url;
}

function endpointUrl(text: string, region: string): URL {
  const filled = text.replaceAll("{region}", region);
  const url = /^https?:\/\//i.test(filled) && URL.canParse(filled) ? new URL(filled) : undefined;
  if (url === undefined || url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "")
    throw new UsageError(
      `Failed to use the endpoint ${text.replace(/\/\/[^/@]*@/, "//***@")}: it is no plain URL. Write it as https://HOST:PORT/PATH.`,
    );
  return url;
}

function refuseOtherRegion({ hostname }: URL, regions: readonly string[]): void {
  const other = hostname.split(".").find((label) => regionLabel.test(label) && !regions.includes(label));
  if (isRealAws(hostname) && other !== undefined)
    throw new UsageError(
      `Failed to use the endpoint ${hostname}: it belongs to ${other}, which --region does not name. Name it, or another endpoint.`,
    );
}
