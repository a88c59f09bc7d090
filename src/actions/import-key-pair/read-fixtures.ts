import { readFileSync } from "node:fs";
import { messageOf, SpecError } from "../../errors.ts";

/** Lies at the same depth below `src/` in the checkout and below `dist/` in the package. */
const folder = new URL("../../../fixtures/keys/", import.meta.url);

/**
 * The text of `fixtures/keys/⟨name⟩.pub`, without its last newline.
 * @throws {SpecError} where there is no such key.
 */
export function readFixtureKey(name: string): string {
  if (!/^[a-z0-9-]+$/.test(name)) throw failure(name, "a name has lower-case letters, digits and hyphens only");
  try {
    return readFileSync(new URL(`${name}.pub`, folder), "utf8").replace(/\n$/, "");
  } catch (error) {
    throw failure(name, messageOf(error));
  }
}

function failure(name: string, why: string): SpecError {
  return new SpecError(
    `Failed to read the fixture key ${JSON.stringify(name)}: ${why}. Use a name of fixtures/keys/keys.json.`,
  );
}

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
  return JSON.parse(readFileSync(new URL("aws-vectors.json", folder), "utf8"));
}
