import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A certificate for 127.0.0.1 that nobody trusts but who is given its file. */
export function makeCertificate(): {
  readonly key: Buffer;
  readonly cert: Buffer;
  readonly file: string;
  remove(): void;
} {
  const folder = mkdtempSync(join(tmpdir(), "ec2-contract-tls-"));
  const [key, file] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  const names = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"];
  const how = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-keyout", key, "-out", file];
  execFileSync("openssl", [...how, ...names], { stdio: "ignore" });
  return {
    key: readFileSync(key),
    cert: readFileSync(file),
    file,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
