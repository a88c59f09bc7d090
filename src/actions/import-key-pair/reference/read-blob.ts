/** The strings of an SSH wire blob (RFC 4251 section 5), or undefined where the lengths do not add up. */
export const readBlob = (blob: Uint8Array): readonly Uint8Array[] | undefined => {
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  const strings: Uint8Array[] = [];
  let at = 0;
  while (at < blob.length) {
    if (at + 4 > blob.length) return undefined;
    const end = at + 4 + view.getUint32(at);
    // The length is the sender's claim: nothing is set aside for it before it is found true.
    if (end > blob.length) return undefined;
    strings.push(blob.subarray(at + 4, end));
    at = end;
  }
  return strings;
};

/** The bytes of a positive mpint without leading zeros, or undefined for zero and for negative numbers. */
export const unsigned = (mpint: Uint8Array): Uint8Array | undefined => {
  const first = mpint.findIndex((byte) => byte !== 0);
  return first === -1 || (mpint[0] ?? 0) >= 0x80 ? undefined : mpint.subarray(first);
};
