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

/** Shorter texts are parts of honest words: a header `X-Debug: true` must not blot out every `true`. */
const shortest = 6;

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
  const ofCredentials = credentials.flatMap(({ accessKeyId, secretAccessKey }) => [accessKeyId, secretAccessKey]);
  const all = [...ofHeaders, ...ofEnvironment, ...ofCredentials].map((secret) => secret.trim());
  return [...new Set(all)].filter((secret) => secret.length >= shortest);
}

/** The text without secrets, however a target is likely to spell them. */
export function redactText(text: string, secrets: readonly string[]): string {
  // What looks like one may be that of another request of ours.
  const clean = text.replace(/((?:Signature|Credential)(?:=|%3D))[^\s,;&<>"'/%]+/gi, `$1${hidden}`);
  return textsOf(secrets).reduce(
    (rest, secret) => (rest.includes(secret) ? rest.replaceAll(secret, hidden) : rest),
    clean,
  );
}

const known = new WeakMap<readonly string[], readonly string[]>();

/** All spellings of all secrets. */
function textsOf(secrets: readonly string[]): readonly string[] {
  // The longest first: one secret may begin another.
  const texts = known.get(secrets) ?? [...new Set(secrets.flatMap(spellingsOf))].sort((a, b) => b.length - a.length);
  known.set(secrets, texts);
  return texts;
}

/** In plain, percent-encoded, as base64, hexadecimal, and escaped for XML and JSON. */
function spellingsOf(secret: string): readonly string[] {
  const hex = Buffer.from(secret).toString("hex");
  const encoded = [...base64sOf(secret), hex, hex.toUpperCase()];
  // Most have nothing to escape, and each request has its own signature.
  if (/^[A-Za-z0-9]*$/.test(secret)) return [secret, ...encoded];
  const percent = encodeURIComponent(secret);
  const json = JSON.stringify(secret).slice(1, -1);
  return [
    secret,
    percent,
    percent.replaceAll("%20", "+"),
    percent.replace(/%[0-9A-F]{2}/g, (escaped) => escaped.toLowerCase()),
    ...["&apos;", "&#39;", "&#x27;", "'"].flatMap((apostrophe) =>
      ["&quot;", "&#34;", "&#x22;", '"'].map((quote) => escapeMarkup(secret, apostrophe, quote)),
    ),
    json,
    json.replaceAll("/", "\\/"),
    ...encoded,
  ];
}

function escapeMarkup(text: string, apostrophe: string, quote: string): string {
  const entities: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    "'": apostrophe,
    '"': quote,
  };
  return text.replace(/[&<>'"]/g, (char) => entities[char] ?? char);
}

/** What a text becomes inside longer ones: only the characters of base64 that no neighbour has a part in. */
function base64sOf(text: string): readonly string[] {
  const bytes = Buffer.from(text);
  return [0, 1, 2].flatMap((offset) => {
    const whole = Buffer.concat([Buffer.alloc(offset), bytes]);
    const inner = whole.toString("base64").slice(Math.ceil((offset * 8) / 6), Math.floor((whole.length * 8) / 6));
    if (inner.length < shortest) return [];
    return [inner, inner.replaceAll("+", "-").replaceAll("/", "_"), encodeURIComponent(inner)];
  });
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
