/** The SSH public key file format of RFC 4716, section 3, and what AWS says to it: its user guide allows it for RSA. */

import { badFormat, doubted, judgeBlob, type ParsedKey } from "./parsed-key.ts";
import { readSshBlob } from "./ssh-blob.ts";
import { decodeBase64 } from "./strict-base64.ts";

export const beginMarker = "---- BEGIN SSH2 PUBLIC KEY ----";
const endMarker = "---- END SSH2 PUBLIC KEY ----";
/** Lines must not be longer, not counting their ends. */
const longestLine = 72;

/** A file with these headers, in this order; long ones are continued by a backslash at the end of the line. */
export function writeRfc4716(blob: Uint8Array, headers: Readonly<Record<string, string>> = {}): string {
  const head = Object.entries(headers).flatMap(([tag, value]) => continued(`${tag}: ${value}`));
  const body = wrap(Buffer.from(blob).toString("base64"), 70);
  return `${[beginMarker, ...head, ...body, endMarker].join("\n")}\n`;
}

export function wrap(text: string, width: number): string[] {
  return text.match(new RegExp(`.{1,${width}}`, "gs")) ?? [];
}

function continued(header: string): string[] {
  const pieces = header.length > longestLine ? wrap(header, longestLine - 1) : [header];
  return pieces.map((piece, index) => (index < pieces.length - 1 ? `${piece}\\` : piece));
}

/** `text` with its line ends as `\n` and without blanks around it. */
export function parseRfc4716(text: string): ParsedKey {
  const lines = text.split("\n").map((line) => line.trimEnd());
  if (lines.shift() !== beginMarker) return badFormat("its first line is not the RFC 4716 begin marker");
  if (lines.pop() !== endMarker) return badFormat("its last line is not the RFC 4716 end marker");

  const { headers, body } = splitHeaders(lines);
  const blob = decodeBase64(body.join(""));
  if (blob === undefined) return badFormat("what follows the headers is not base64");
  const read = readSshBlob(blob);
  const comment = headers.get("comment")?.replace(/^"(.*)"$/s, "$1");
  const judged = judgeBlob(blob, read, comment);
  const spaced = lines.includes("") || /[ \t]$/m.test(text);
  const parsed = spaced ? doubted(judged, "there are empty lines, or blanks at the ends of lines") : judged;
  if (read.kind === "ed25519") return doubted(parsed, "AWS's user guide allows RFC 4716 for RSA only");
  return lines.some((line) => line.length > longestLine)
    ? doubted(parsed, `RFC 4716 allows lines of ${longestLine} characters at most`)
    : parsed;
}

/** RFC 4716 section 3.3: `tag: value`, a backslash at the end of a line continues the value, tags ignore case. */
function splitHeaders(lines: readonly string[]): { headers: ReadonlyMap<string, string>; body: readonly string[] } {
  const headers = new Map<string, string>();
  let at = 0;
  for (let line = lines[at]; line?.includes(":"); line = lines[at]) {
    let header = line;
    while (header.endsWith("\\") && at + 1 < lines.length) {
      at += 1;
      header = header.slice(0, -1) + (lines[at] ?? "");
    }
    const colon = header.indexOf(":");
    headers.set(header.slice(0, colon).toLowerCase(), header.slice(colon + 1).trim());
    at += 1;
  }
  return { headers, body: lines.slice(at) };
}
