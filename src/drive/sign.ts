import { SignatureV4 } from "@smithy/signature-v4";
import type { Credentials } from "../target/target.ts";
import type { Parameter } from "../wire/query-form.ts";
import { sha256 } from "../wire/sha256.ts";

export interface Unsigned {
  readonly method: string;
  readonly url: URL;
  /** The query as names and values, for a GET. */
  readonly query: Readonly<Record<string, string[]>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How long a presigned request is good for, in seconds. */
const presignedFor = 300;

/** The query of a presigned request: Signature Version 4 in the query instead of the headers. */
export async function presignedQuery(
  request: Unsigned,
  credentials: Credentials,
  region: string,
): Promise<readonly Parameter[]> {
  const { method, url, query, body } = request;
  const signer = new SignatureV4({ service: "ec2", region, credentials, sha256 });
  const target = {
    method,
    protocol: url.protocol,
    hostname: url.hostname,
    path: url.pathname,
    query,
    headers: { host: url.host },
    body,
  };
  const { query: signed = {} } = await signer.presign(target, { expiresIn: presignedFor });
  return Object.entries(signed).flatMap(([name, value]) => [value ?? []].flat().map((text): Parameter => [name, text]));
}

/**
 * The headers of the request, signed with Signature Version 4 by the SDK's own signer.
 * @param declaresHash names the body's hash in a header too, as the JavaScript SDK does and others do not.
 */
export async function signedHeaders(
  request: Unsigned,
  credentials: Credentials,
  region: string,
  declaresHash: boolean,
): Promise<Record<string, string>> {
  const { method, url, query, headers, body } = request;
  const signer = new SignatureV4({ service: "ec2", region, credentials, sha256, applyChecksum: declaresHash });
  const { headers: signed } = await signer.sign({
    method,
    protocol: url.protocol,
    hostname: url.hostname,
    path: url.pathname,
    query,
    headers: { ...headers, host: url.host },
    body,
  });
  const { host: _, ...rest } = signed;
  return rest;
}
