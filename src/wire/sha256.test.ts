import { expect, test } from "vitest";
import { sha256 } from "./sha256.ts";

// The vectors of FIPS 180-2, appendix B.
test.for([
  { given: "", want: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
  { given: "abc", want: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
])('the digest of "$given"', async ({ given, want }) => {
  const hash = new sha256();
  hash.update(Buffer.from(given));
  expect(Buffer.from(await hash.digest()).toString("hex")).toBe(want);
});
