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
export const parseAuthorization = (header: string | null): Authorization | undefined => {
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
