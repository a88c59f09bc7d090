/**
 * Follows a JSON pointer (RFC 6901, without the leading `#`).
 * @returns what it points at, or undefined.
 */
export function resolvePointer(root: unknown, pointer: string): unknown {
  let here: unknown = root;
  for (const token of pointer.split("/").slice(1)) {
    if (typeof here !== "object" || here === null) return undefined;
    here = (here as Record<string, unknown>)[token.replaceAll("~1", "/").replaceAll("~0", "~")];
  }
  return here;
}

/** One step of a JSON pointer. */
export function pointerToken(key: string | number): string {
  return `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
