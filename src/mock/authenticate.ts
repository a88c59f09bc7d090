import { createHash, timingSafeEqual } from "node:crypto";

import { SignatureV4 } from "@smithy/signature-v4";
import { sha256 } from "../wire/sha256.ts";

/** Somebody whom a strict mock knows; `allowed` stands for an IAM policy that allows all or nothing. */
export interface Principal {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Of temporary credentials: must come with every request. */
  readonly sessionToken?: string;
  readonly allowed: boolean;
}

/** Who asks, as far as the signature proves it. */
export type Access = "granted" | "denied" | "unsigned" | "unknown-key" | "wrong-signature";

/** The SHA-256 that a body has, where the request declares one. */
export type BodyHash = (declared: string, body: Uint8Array) => string;

export const bodyHash: BodyHash = (_, body) => createHash("sha256").update(body).digest("hex");

const amzDate = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;

const signature = async (
  request: Request,
  body: Uint8Array,
  { carrier, region, service, signedHeaders }: Authorization,
  { allowed: _, ...credentials }: Principal,
  bodyHash: BodyHash,
): Promise<string | undefined> => {
  const url = new URL(request.url);
  const inQuery = carrier === "query";
  const at = amzDate.exec((inQuery ? url.searchParams.get("X-Amz-Date") : request.headers.get("x-amz-date")) ?? "");
  if (!at) return undefined;
  const signingDate = new Date(at[0].replace(amzDate, "$1-$2-$3T$4:$5:$6Z"));
  // fetch fills in Host on its own and does not show it.
  const value = (name: string) => request.headers.get(name) ?? (name === "host" ? url.host : "");
  const headers = Object.fromEntries(signedHeaders.map((name) => [name, value(name)]));
  const hash = headers["x-amz-content-sha256"];
  if (hash !== undefined && hash !== bodyHash(hash, body)) return undefined;

  const names = [...url.searchParams.keys()].filter((name) => !inQuery || !name.startsWith("X-Amz-"));
  const again = {
    method: request.method,
    protocol: url.protocol,
    hostname: url.hostname,
    path: url.pathname,
    query: Object.fromEntries(names.map((name) => [name, url.searchParams.getAll(name)])),
    headers,
    body,
  };
  const signer = new SignatureV4({ credentials, region, service, sha256, applyChecksum: false });
  if (inQuery) {
    const expiresIn = Number(url.searchParams.get("X-Amz-Expires"));
    const { query = {} } = await signer.presign(again, { signingDate, expiresIn });
    return String(query["X-Amz-Signature"]);
  }
  const signed = await signer.sign(again, { signingDate, signableHeaders: new Set(signedHeaders) });
  return parseAuthorization(signed.headers["authorization"] ?? null)?.signature;
};

/** Signs the request again with the secret that belongs to its key, over the body that came. */
export const authenticate = async (
  request: Request,
  body: Uint8Array,
  principals: readonly Principal[],
  hash: BodyHash,
): Promise<Access> => {
  const authorization = authorizationOf(request);
  if (!authorization) return "unsigned";
  const principal = principals.find(({ accessKeyId }) => accessKeyId === authorization.accessKeyId);
  if (!principal || tokenOf(request) !== principal.sessionToken) return "unknown-key";
  const want = Buffer.from((await signature(request, body, authorization, principal, hash)) ?? "");
  const got = Buffer.from(authorization.signature);
  if (want.length === 0 || want.length !== got.length || !timingSafeEqual(want, got)) return "wrong-signature";
  return principal.allowed ? "granted" : "denied";
};

const tokenOf = (request: Request): string | undefined =>
  request.headers.get("x-amz-security-token") ??
  new URL(request.url).searchParams.get("X-Amz-Security-Token") ??
  undefined;

/** What a signature of Signature Version 4 says of itself, in the header or in the query. */
export interface Authorization {
  readonly carrier: "header" | "query";
  readonly accessKeyId: string;
  readonly region: string;
  readonly service: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

/** Undefined for anything that is not an `AWS4-HMAC-SHA256` header in full. */
const parseAuthorization = (header: string | null): Authorization | undefined => {
  if (!header?.startsWith("AWS4-HMAC-SHA256 ")) return undefined;
  const part = (name: string): string => new RegExp(`[ ,]${name}=([^, ]+)`).exec(header)?.[1] ?? "";
  return readScope("header", part("Credential"), part("SignedHeaders"), part("Signature"));
};

/** The signature of a request, wherever it stands: in the header, or in the query of a presigned one. */
export const authorizationOf = (request: Request): Authorization | undefined => {
  const inHeader = parseAuthorization(request.headers.get("authorization"));
  if (inHeader) return inHeader;
  const query = new URL(request.url).searchParams;
  const part = (name: string): string => query.get(`X-Amz-${name}`) ?? "";
  return readScope("query", part("Credential"), part("SignedHeaders"), part("Signature"));
};

const readScope = (
  carrier: Authorization["carrier"],
  credential: string,
  signedHeaders: string,
  signature: string,
): Authorization | undefined => {
  const scope = credential.split("/");
  // A key id may itself hold a slash, so the scope is counted from its end.
  const [, region, service] = scope.slice(-4);
  const accessKeyId = scope.slice(0, -4).join("/");
  if (!accessKeyId || !region || !service) return undefined;
  return {
    accessKeyId,
    region,
    service,
    carrier,
    signedHeaders: signedHeaders.split(";"),
    signature,
  };
};
