/** A public key out of key material: its SSH wire blob, and the numbers of it that a fingerprint needs. */
export type PublicKey = {
  /** The first word of an OpenSSH line. */
  readonly label: string;
  readonly blob: Uint8Array;
  readonly encoding: "openssh" | "rfc4716";
  readonly comment: string;
} & (
  | { readonly type: "rsa"; readonly exponent: Uint8Array; readonly modulus: Uint8Array }
  | { readonly type: "ed25519" }
);
