import type { WireRequest, WireResponse } from "../../model.ts";
import { clip } from "./clip.ts";

const longestValue = 160;
const longestHeader = 240;
const longestBody = 4_000;
const mostHeaders = 30;
const mostParameters = 60;

/** A request as on the wire, but a parameter a line, and long values with their middle left out. */
export function requestText({ method, url, headers, body }: WireRequest): string {
  return [`${method} ${clip(url, 600)}`, ...headerLines(headers), "", formLines(body)].join("\n").trimEnd();
}

/** An answer as on the wire, but XML that came without line breaks is given some. */
export function responseText({ status, headers, body }: WireResponse): string {
  return [`HTTP ${status}`, ...headerLines(headers), "", clip(indented(body), longestBody)].join("\n").trimEnd();
}

function headerLines(headers: Readonly<Record<string, string>>): readonly string[] {
  const lines = Object.entries(headers).map(([name, value]) => `${clip(name, 80)}: ${clip(value, longestHeader)}`);
  return shortened(lines, mostHeaders, "headers");
}

function formLines(body: string): string {
  if (!/^[\w.]+=/.test(body)) return clip(body, longestBody);
  return shortened(body.split("&"), mostParameters, "parameters")
    .map((parameter, index) => (index === 0 ? "" : "&") + clip(parameter, longestValue))
    .join("\n");
}

function shortened(lines: readonly string[], most: number, noun: string): readonly string[] {
  return lines.length <= most ? lines : [...lines.slice(0, most), `… ${lines.length - most} more ${noun} …`];
}

/** XML by its tags: one line an element. Anything that is not plainly XML stays as it is. */
export function indented(body: string): string {
  const compact = body.trim();
  if (!/^<[?\w]/.test(compact) || /^<(!|html)/i.test(compact) || body.length > longestBody * 4) return body;
  const lines: string[] = [];
  let depth = 0;
  for (const piece of compact.split(/(?<=>)\s*(?=<)/)) {
    if (/^<\//.test(piece)) depth = Math.max(0, depth - 1);
    lines.push("  ".repeat(Math.min(depth, 12)) + piece);
    const opens = /^<[^?!/]/.test(piece) && !/\/>$/.test(piece) && !/<\/[^>]*>$/.test(piece);
    if (opens) depth += 1;
  }
  return lines.join("\n");
}
