/** The bridge to node:crypto, by JWK (RFC 7517): the DER of a key is OpenSSL's work, never written here. */

import { createPublicKey, type KeyObject, X509Certificate } from "node:crypto";
import type { ImportableKey } from "./ssh-blob.ts";

export function toKeyObject(key: ImportableKey): KeyObject {
  const jwk =
    key.kind === "rsa"
      ? { kty: "RSA", n: base64url(key.n), e: base64url(key.e) }
      : { kty: "OKP", crv: "Ed25519", x: base64url(key.point) };
  return createPublicKey({ key: jwk, format: "jwk" });
}

/** Undefined for types that AWS doesn't import. */
export function fromKeyObject(object: KeyObject): ImportableKey | undefined {
  if (object.asymmetricKeyType !== "rsa" && object.asymmetricKeyType !== "ed25519") return undefined;
  const { n, e, x } = object.export({ format: "jwk" });
  if (n !== undefined && e !== undefined) return { kind: "rsa", e: bytes(e), n: bytes(n) };
  return x === undefined ? undefined : { kind: "ed25519", point: bytes(x) };
}

/** A key in DER: SubjectPublicKeyInfo (RFC 5280 section 4.1.2.7) or, RSA only, PKCS#1 RSAPublicKey (RFC 8017 A.1.1). */
export function readDer(der: Uint8Array): ImportableKey | undefined {
  const sequence = 0x30;
  if (der[0] !== sequence) return undefined;
  const key = Buffer.from(der);
  return (
    attempt(() => createPublicKey({ key, format: "der", type: "spki" })) ??
    attempt(() => createPublicKey({ key, format: "der", type: "pkcs1" }))
  );
}

/** A key in PEM, `BEGIN PUBLIC KEY` or `BEGIN RSA PUBLIC KEY`. */
export function readPem(pem: string): ImportableKey | undefined {
  return attempt(() => createPublicKey(pem));
}

/** Whether it is an X.509 certificate, in DER. */
export function isCertificate(der: Uint8Array): boolean {
  try {
    return new X509Certificate(der).subject !== undefined;
  } catch {
    // OpenSSL can't read it: it is none.
    return false;
  }
}

function attempt(read: () => KeyObject): ImportableKey | undefined {
  try {
    return fromKeyObject(read());
  } catch {
    // OpenSSL can't read it, or Node can't say it as a JWK: either way it is no key for us.
    return undefined;
  }
}

function base64url(magnitude: Uint8Array): string {
  return Buffer.from(magnitude).toString("base64url");
}

function bytes(text: string): Uint8Array {
  return Buffer.from(text, "base64url");
}
