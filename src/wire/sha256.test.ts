import { createHash, createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { sha256 } from "./sha256.ts";

const text = "ImportKeyPair ü";
const bytes = Buffer.from(text);
/** The same bytes inside of others. */
const view = new Uint8Array(Buffer.from(`..${text}..`)).subarray(2, 2 + bytes.length);

async function digestOf(data: string | ArrayBuffer | ArrayBufferView, secret?: string | ArrayBuffer | ArrayBufferView) {
  const hash = new sha256(secret);
  // Typed by two interfaces of the SDK, one of which takes bytes only.
  (hash.update as (data: unknown) => void).call(hash, data);
  return Buffer.from(await hash.digest()).toString("hex");
}

const forms = [
  { given: "a text", data: text },
  { given: "bytes", data: bytes },
  { given: "a part of other bytes", data: view },
  { given: "a buffer", data: new Uint8Array(bytes).buffer },
];

test.for(forms)("the hash of $given", async ({ data }) => {
  expect(await digestOf(data)).toBe(createHash("sha256").update(bytes).digest("hex"));
});

test.for(forms)("with $given as the secret, the first time and again", async ({ data: secret }) => {
  const want = createHmac("sha256", bytes).update("x").digest("hex");
  expect([await digestOf("x", secret), await digestOf("x", secret)]).toEqual([want, want]);
});
