import { Sha256 } from "@aws-crypto/sha256-js";
import { SignatureV4 } from "@smithy/signature-v4";
import type { Credentials } from "../target/target.ts";

export interface Unsigned {
  readonly method: string;
  readonly url: URL;
  /** The query as names and values, for a GET. */
  readonly query: Readonly<Record<string, string[]>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The headers of the request, signed with Signature Version 4 by the SDK's own signer. */
export async function signedHeaders(
  request: Unsigned,
  credentials: Credentials,
  region: string,
): Promise<Record<string, string>> {
  const { method, url, query, headers, body } = request;
  const signer = new SignatureV4({ service: "ec2", region, credentials, sha256: Sha256 });
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
