/** Base64 as RFC 4648 section 4 has it, where Node's own decoder forgives everything. */

/** Undefined unless the text is padded, canonical and nothing but base64. */
export function decodeBase64(text: string): Uint8Array | undefined {
  const bytes = Buffer.from(text, "base64");
  return text !== "" && bytes.toString("base64") === text ? bytes : undefined;
}

/** The same, where the padding may be missing. */
export function decodeUnpadded(text: string): Uint8Array | undefined {
  return text.endsWith("=") ? undefined : decodeBase64(text.padEnd(Math.ceil(text.length / 4) * 4, "="));
}

/** Long enough that it is no word, and of base64's letters only. */
export function looksLikeBase64(text: string): boolean {
  return /^[A-Za-z0-9+/]{16,}={0,2}$/.test(text);
}
