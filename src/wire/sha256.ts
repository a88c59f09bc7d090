import { createHash, createHmac, createSecretKey, type KeyObject } from "node:crypto";
import type { SignatureV4 } from "@smithy/signature-v4";

type Constructor = ConstructorParameters<typeof SignatureV4>[0]["sha256"];
type Source = string | ArrayBuffer | ArrayBufferView;

/** SHA-256, or the HMAC with a secret, as the SDK's signer wants it: by Node, several times as quick as in JavaScript. */
class Sha256 {
  readonly #secret: KeyObject | undefined;
  #hash: ReturnType<typeof createHash | typeof createHmac>;

  constructor(secret?: Source) {
    this.#secret = secret === undefined ? undefined : keyOf(secret);
    this.#hash = this.#begun();
  }

  update(data: Source): void {
    this.#hash.update(typeof data === "string" ? data : bytesOf(data));
  }

  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }

  reset(): void {
    this.#hash = this.#begun();
  }

  #begun(): ReturnType<typeof createHash | typeof createHmac> {
    return this.#secret === undefined ? createHash("sha256") : createHmac("sha256", this.#secret);
  }
}

export const sha256: Constructor = Sha256;

const ofTexts = new Map<string, KeyObject>();
const ofBytes = new WeakMap<object, KeyObject>();

/** To make a key of the secret costs more than the hash of a request: a run signs all of its requests with a few secrets. */
function keyOf(secret: Source): KeyObject {
  if (typeof secret !== "string") {
    const key = ofBytes.get(secret) ?? createSecretKey(bytesOf(secret));
    ofBytes.set(secret, key);
    return key;
  }
  const key = ofTexts.get(secret) ?? createSecretKey(secret, "utf8");
  ofTexts.set(secret, key);
  return key;
}

function bytesOf(source: Exclude<Source, string>): Uint8Array {
  return ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source);
}
