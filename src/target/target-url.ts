import { UsageError } from "../errors.ts";

/**
 * Where a target listens.
 * @throws {UsageError} for what is no URL, or holds more than a place: credentials, a query, a fragment.
 */
export function targetUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined)
    throw new UsageError(
      `Failed to use ${withoutSecrets(text)} as the target: it is no URL. Write it as http://HOST:PORT/PATH.`,
    );
  if (url.username !== "" || url.password !== "") {
    throw new UsageError(
      `Failed to use ${url.host} as the target: its URL holds a user name or a password. Leave them out.`,
    );
  }
  if (url.search !== "" || url.hash !== "") {
    throw new UsageError(
      `Failed to use ${withoutSecrets(text)} as the target: it has a query or a fragment. Leave them out.`,
    );
  }
  return url;
}

/** What may be shown of it: a user's password and a query may open something. */
export function withoutSecrets(text: string): string {
  return text
    .replace(/^(\w+:\/\/)[^/?#]*@|^[^/?#]*:[^/?#]*@/, "$1***@")
    .replace(/[?#].*$/s, "?***")
    .slice(0, 200);
}
