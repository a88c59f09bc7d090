import type { Credentials } from "../target/target.ts";
import { type Spellings, secretsIn, spellingsOf } from "./find-secrets.ts";

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
  return [accessKeyId, secretAccessKey, sessionToken, signature]
    .filter((secret) => secret !== undefined)
    .filter(isLong);
}

/** Shorter texts are parts of honest words: a header `X-Debug: true` must not blot out every `true`. */
const isLong = (secret: string): boolean => secret.length >= 6;

/** The values of the environment that open something: `AWS_SECRET_ACCESS_KEY`, `AWS_SESSION_TOKEN` and the like. */
const secretVariables = /^AWS_.*(KEY|TOKEN|SECRET|PASSWORD)/i;

/**
 * What the caller gave and must not come back in a report, whole and word by word: a target may repeat the token of
 * `Authorization: Bearer …` alone.
 */
export function callersSecrets(
  headers: Readonly<Record<string, string>>,
  credentials: readonly Credentials[],
  environment: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  const ofHeaders = Object.values(headers).flatMap((value) => [value, ...value.split(/[\s,;=]+/)]);
  const ofEnvironment = Object.entries(environment).flatMap(([name, value]) =>
    value !== undefined && secretVariables.test(name) ? [value] : [],
  );
  const ofCredentials = credentials.flatMap((keys) => secretsOf(keys, ""));
  const all = [...ofHeaders, ...ofEnvironment, ...ofCredentials].map((secret) => secret.trim());
  return [...new Set(all)].filter(isLong);
}

/** The text without secrets, however a target is likely to spell them. */
export function redactText(text: string, secrets: readonly string[]): string {
  // What looks like one may be that of another request of ours.
  const clean = text.replace(/((?:Signature|Credential)(?:=|%3D))[^\s,;&<>"'/%]+/gi, `$1${hidden}`);
  if (secrets.length === 0) return clean;
  const spellings = known.get(secrets) ?? spellingsOf(secrets);
  known.set(secrets, spellings);
  let rest = "";
  let from = 0;
  for (const [start, end] of secretsIn(clean, spellings)) {
    rest += clean.slice(from, start) + hidden;
    from = end;
  }
  return from === 0 ? clean : rest + clean.slice(from);
}

const known = new WeakMap<readonly string[], Spellings>();

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
