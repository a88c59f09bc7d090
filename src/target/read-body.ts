import { TransportError } from "./transport-error.ts";

/**
 * The body of an answer, and no more of it than is allowed: a target may send without end.
 * @param most bytes. @throws {TransportError} `broken` for a longer one.
 */
export async function readBody(response: Response, most: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength;
    if (length > most) throw new TransportError("broken", `the body exceeds ${most} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Of side calls no honest answer is longer. */
export const mostOfSideCall = 1024 * 1024;
