import { awsFingerprint } from "../../actions/import-key-pair/keys/fingerprint.ts";
import { parsePublicKey } from "../../actions/import-key-pair/keys/parse-public-key.ts";
import { UsageError } from "../../errors.ts";
import { readBoundedBytes } from "../../spec/read-bounded.ts";

/**
 * `ec2-contract fingerprint`: prints what AWS would answer as KeyFingerprint.
 * @throws {UsageError} with AWS's code where AWS would refuse the key, and where nobody knows what it holds.
 */
export function fingerprintCommand(file: string): void {
  const parsed = parsePublicKey(readBoundedBytes(file, "Name a file that holds a public key."));
  if (parsed.kind === "refused") {
    throw new UsageError(
      `Failed to fingerprint ${file}: AWS ${parsed.inferred ? "most likely refuses" : "would refuse"} it with ${parsed.code}: ${parsed.why}${parsed.inferred ? " (inferred: nobody recorded it)" : ""}. Give an RSA or ED25519 public key in OpenSSH form or RFC 4716.`,
    );
  }
  if (parsed.key === undefined) {
    throw new UsageError(
      `Failed to fingerprint ${file}: ${parsed.kind === "open" ? parsed.why : "it holds no key"}, and nobody knows what AWS makes of it. Give an RSA or ED25519 public key in OpenSSH form or RFC 4716.`,
    );
  }
  if (parsed.kind === "open")
    process.stderr.write(`Nobody knows whether AWS accepts this (${parsed.why}); if it does, it answers:\n`);
  process.stdout.write(`${awsFingerprint(parsed.key)}\n`);
}
