import { createHash, createHmac, createSecretKey, type KeyObject } from "node:crypto";
import type { SignatureV4 } from "@smithy/signature-v4";

type Source = string | ArrayBuffer | ArrayBufferView;

/** SHA-256, or the HMAC with a secret, as the SDK's signer wants it: by Node, several times as quick as in JavaScript. */
class Sha256 {
  readonly #hash: ReturnType<typeof createHash | typeof createHmac>;

  constructor(secret?: Source) {
    this.#hash = secret === undefined ? createHash("sha256") : createHmac("sha256", keyOf(secret));
  }

  update(data: Source): void {
    this.#hash.update(typeof data === "string" ? data : bytesOf(data));
  }

  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }
}

export const sha256: ConstructorParameters<typeof SignatureV4>[0]["sha256"] = Sha256;

const ofTexts = new Map<string, KeyObject>();
const ofBytes = new WeakMap<object, KeyObject>();

/** To make a key of the secret costs more than the hash of a request: a run signs all of its requests with a few secrets. */
function keyOf(secret: Source): KeyObject {
  if (typeof secret !== "string") {
    const key = ofBytes.get(secret) ?? createSecretKey(bytesOf(secret));
    ofBytes.set(secret, key);
    return key;
  }
  const key = ofTexts.get(secret) ?? createSecretKey(Buffer.from(secret));
  ofTexts.set(secret, key);
  return key;
}

function bytesOf(source: Exclude<Source, string>): Uint8Array {
  return ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source);
}
