/**
 * The two data types of RFC 4251 section 5 that a public key is made of: `string` and `mpint`.
 * Readers never trust a length: they look at the bytes that are there and allocate nothing.
 */

export interface WireString {
  readonly value: Uint8Array;
  /** Where the next field starts. */
  readonly next: number;
}

/** Reads a `string`: a uint32 length and that many bytes. Undefined where the bytes end before the length says so. */
export function readString(bytes: Uint8Array, offset: number): WireString | undefined {
  const start = offset + 4;
  if (start > bytes.length) return undefined;
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(offset);
  if (length > bytes.length - start) return undefined;
  return { value: bytes.subarray(start, start + length), next: start + length };
}

/** Joins fields, each as a `string`. */
export function writeStrings(fields: readonly Uint8Array[]): Uint8Array {
  const blob = new Uint8Array(fields.reduce((total, field) => total + 4 + field.length, 0));
  const view = new DataView(blob.buffer);
  let offset = 0;
  for (const field of fields) {
    view.setUint32(offset, field.length);
    blob.set(field, offset + 4);
    offset += 4 + field.length;
  }
  return blob;
}

/** The big-endian magnitude of an `mpint` above zero, without leading zeros; undefined for zero and for negative ones. */
export function readMagnitude(mpint: Uint8Array): Uint8Array | undefined {
  if ((mpint[0] ?? 0) > 0x7f) return undefined;
  const magnitude = trimZeros(mpint);
  return magnitude.length > 0 ? magnitude : undefined;
}

/** The `mpint` of a positive number: a zero byte in front keeps a high first bit from being a sign. */
export function writeMagnitude(magnitude: Uint8Array): Uint8Array {
  const digits = trimZeros(magnitude);
  return (digits[0] ?? 0) > 0x7f ? Uint8Array.of(0, ...digits) : digits;
}

function trimZeros(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte !== 0);
  return first < 0 ? new Uint8Array() : bytes.subarray(first);
}
