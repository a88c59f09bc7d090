import { createHash } from "node:crypto";
import type { Exchange } from "../model.ts";

/**
 * A copy of a text that is a piece of a longer one. Engines let a slice point into its parent, so that a few characters
 * kept for the report would keep megabytes that a hostile target sent.
 */
export function detach(text: string): string {
  return Buffer.from(text, "utf16le").toString("utf16le");
}

/** Bodies up to this many bytes stand in a report whole. */
const longest = 64 * 1024;
const kept = 1024;

/** The exchange with bodies over 64 KiB cut to their start, length and SHA-256. */
export function trimExchange(exchange: Exchange): Exchange {
  const { request, response } = exchange;
  return {
    ...exchange,
    request: { ...request, url: trim(request.url), body: trim(request.body) },
    ...(response && { response: { ...response, body: trim(response.body) } }),
  };
}

function trim(body: string): string {
  const length = Buffer.byteLength(body);
  if (length <= longest) return body;
  const sha256 = createHash("sha256").update(body).digest("hex");
  return `${detach(body.slice(0, kept))}… [${length} bytes, sha256 ${sha256}]`;
}

/** Whether a text is what is left of a longer one. */
export function isTrimmed(text: string): boolean {
  return /… \[\d+ bytes, sha256 [0-9a-f]{64}\]$/.test(text);
}
