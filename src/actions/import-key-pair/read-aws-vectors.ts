import { readFileSync } from "node:fs";

/** A public key whose fingerprint is public knowledge. */
export interface AwsVector {
  readonly line: string;
  /** What AWS answers as KeyFingerprint. */
  readonly fingerprint: string;
  /** `observed`: AWS returned it. `derived`: it was computed by a tool that compares with AWS. `emulator`: neither. */
  readonly grounds: "observed" | "derived" | "emulator";
  readonly evidence: string;
  readonly url?: string;
}

/** By the name of the fixture key. */
export function readAwsVectors(): Readonly<Record<string, AwsVector>> {
  return JSON.parse(readFileSync(new URL("../../../fixtures/keys/aws-vectors.json", import.meta.url), "utf8"));
}
