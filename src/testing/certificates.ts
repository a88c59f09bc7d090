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

/** An X.509 certificate, of an ECDSA key that was thrown away: base64 of its DER. */
const base64 =
  "MIIBhTCCASugAwIBAgIUD6w7ssZiFVVcntkq5cHKkNR6Iz0wCgYIKoZIzj0EAwIwFzEVMBMGA1UEAwwMZWMyLWNvbnRyYWN0MCAX" +
  "DTI2MTEyOTEwMDcyMFoYDzIxMjYxMTA1MTAwNzIwWjAXMRUwEwYDVQQDDAxlYzItY29udHJhY3QwWTATBgcqhkjOPQIBBggqhkjO" +
  "PQMBBwNCAASaEJoCUFUzikPWABt5o5P05Dn+nCSimOIaX3WkRwDy/lKPnnjO1Vt961xHl8f8IVfPZNxLYVxWZ/AXWdOAzoJco1Mw" +
  "UTAdBgNVHQ4EFgQUoCAIpE8/R3lhLPAiW/rAT9Zsd8YwHwYDVR0jBBgwFoAUoCAIpE8/R3lhLPAiW/rAT9Zsd8YwDwYDVR0TAQH/" +
  "BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiEAmJmoCUoBmdPHavD3/JIX4XM2BGiebxLzsPo6svt8xuACIDMOIBC+DprrVB6eQZuj" +
  "lvD6IiblWV9pnUeYj1kn+6DT";

export const certificateInDer: Uint8Array = Buffer.from(base64, "base64");
export const certificateInPem = `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`;
