/** What an `Authorization` header of Signature Version 4 says. */
export interface Authorization {
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
  const scope = part("Credential").split("/");
  // A key id may itself hold a slash, so the scope is counted from its end.
  const [, region, service] = scope.slice(-4);
  const accessKeyId = scope.slice(0, -4).join("/");
  if (!accessKeyId || !region || !service) return undefined;
  return {
    accessKeyId,
    region,
    service,
    signedHeaders: part("SignedHeaders").split(";"),
    signature: part("Signature"),
  };
};
