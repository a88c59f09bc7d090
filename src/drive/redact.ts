import type { Credentials } from "../target/target.ts";

const hidden = "***";
const secretHeaders = new Set(["authorization", "x-amz-security-token", "cookie", "set-cookie", "proxy-authorization"]);

/**
 * What must never stand in a report, also when a target sends it back.
 * @param signed the `Authorization` header, or the URL of a presigned request.
 */
export function secretsOf(credentials: Credentials | undefined, signed: string): readonly string[] {
  if (credentials === undefined) return [];
  const signature = signed.match(/Signature=([0-9a-f]+)/)?.[1];
  const { secretAccessKey, accessKeyId, sessionToken } = credentials;
  return [secretAccessKey, accessKeyId, sessionToken, signature].filter((secret) => secret !== undefined);
}

/** The text without secrets, in plain and in percent-encoded form. */
export function redactText(text: string, secrets: readonly string[]): string {
  return secrets.reduce(
    (clean, secret) => clean.replaceAll(secret, hidden).replaceAll(encodeURIComponent(secret), hidden),
    // What looks like one may be that of another request of ours.
    text.replace(/((?:Signature|Credential)(?:=|%3D))[^\s,;&<>"'/%]+/gi, `$1${hidden}`),
  );
}

/** Headers without the values that carry credentials. */
export function redactHeaders(headers: Record<string, string>, secrets: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      secretHeaders.has(name.toLowerCase()) ? hidden : redactText(value, secrets),
    ]),
  );
}

/** The value without secrets in any of its texts. */
export function redactValue<T>(value: T, secrets: readonly string[]): T {
  if (typeof value === "string") return redactText(value, secrets) as T;
  if (Array.isArray(value)) return value.map((item) => redactValue(item, secrets)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [redactText(key, secrets), redactValue(member, secrets)]),
  ) as T;
}
