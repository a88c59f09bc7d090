/** The SSH public key file format: RFC 4716 section 3. */

export const beginMarker = "---- BEGIN SSH2 PUBLIC KEY ----";
export const endMarker = "---- END SSH2 PUBLIC KEY ----";
/** Lines must not be longer, not counting their ends. */
export const longestLine = 72;

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
