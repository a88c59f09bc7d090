import { expect, test } from "vitest";
import { decodeBase64, decodeUnpadded, looksLikeBase64 } from "./strict-base64.ts";

test.for([
  { given: "QQ==", padded: "A", unpadded: undefined },
  { given: "QUI=", padded: "AB", unpadded: undefined },
  { given: "QUJD", padded: "ABC", unpadded: "ABC" },
  { given: "QQ", padded: undefined, unpadded: "A" },
  { given: "QUI", padded: undefined, unpadded: "AB" },
  { given: "QUJDQQ", padded: undefined, unpadded: "ABCA" },
  { given: "QR==", padded: undefined, unpadded: undefined },
  { given: "QQ=", padded: undefined, unpadded: undefined },
  { given: "QUJDR", padded: undefined, unpadded: undefined },
  { given: "QU JD", padded: undefined, unpadded: undefined },
  { given: "-_-_", padded: undefined, unpadded: undefined },
  { given: "", padded: undefined, unpadded: undefined },
])('"$given" decodes to $padded, without its padding to $unpadded', ({ given, padded, unpadded }) => {
  const text = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString();
  expect(text(decodeBase64(given))).toBe(padded);
  expect(text(decodeUnpadded(given))).toBe(unpadded);
});

test.for([
  { given: "AZaz09+/AZaz09+/", want: true },
  { given: "AZaz09+/AZaz09+/=", want: true },
  { given: "AZaz09+/AZaz09+/==", want: true },
  { given: "AZaz09+/AZaz09+/===", want: false },
  { given: "AZaz09+/AZaz09+", want: false },
  { given: " AZaz09+/AZaz09+/", want: false },
  { given: "AZaz09+/AZaz09+/ ", want: false },
  { given: "AZaz09-_AZaz09-_", want: false },
])('"$given" looks like base64: $want', ({ given, want }) => {
  expect(looksLikeBase64(given)).toBe(want);
});
