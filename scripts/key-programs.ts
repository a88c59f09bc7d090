/**
 * What `ssh-keygen` and `openssl` say about a public key: the judges of the oracle in `src/actions/import-key-pair/keys/`.
 * Both programs are required; without them nothing is known about the oracle.
 */

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Digest } from "../src/model.ts";

/** Runs a program and gives what it wrote to standard output. Throws with its own words where it fails. */
export function run(program: string, args: readonly string[], input: string | Uint8Array = ""): Buffer {
  return execFileSync(program, args, { input, maxBuffer: 2 ** 24, stdio: ["pipe", "pipe", "pipe"] });
}

/** A folder for what must not stay, such as private keys. */
export function inTemporaryFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "ec2-contract-keys-"));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** All digests of an OpenSSH line. ssh-keygen reads no RSA key below 1024 bits; for those see {@link digestsOfSmallRsa}. */
export function digestsByPrograms(line: string): Record<Digest, string> {
  return inTemporaryFolder((folder) => {
    const file = join(folder, "key.pub");
    writeFileSync(file, `${line}\n`);
    const listed = (digest: string) =>
      run("ssh-keygen", ["-l", "-E", digest, "-f", file]).toString().split(" ")[1] ?? "";
    return {
      "md5-spki": md5(subjectPublicKeyInfo(line, file)),
      "md5-ssh": listed("md5").replace("MD5:", ""),
      "sha256-ssh": `${listed("sha256").replace("SHA256:", "")}=`,
    };
  });
}

/** The same from the numbers of the key alone, as hexadecimal text, and the line's own base64. */
export function digestsOfSmallRsa(line: string, n: string, e: string): Record<Digest, string> {
  const blob = run("openssl", ["base64", "-d", "-A"], line.split(" ")[1]);
  return {
    "md5-spki": md5(rsaSubjectPublicKeyInfo(n, e)),
    "md5-ssh": md5(blob),
    "sha256-ssh": run("openssl", ["sha256", "-binary"], blob).toString("base64"),
  };
}

/** The OpenSSH line, without comment, of a key file in RFC 4716 (`RFC4716`), SubjectPublicKeyInfo (`PKCS8`) or PKCS#1 PEM (`PEM`). */
export function importBySshKeygen(text: string, format: "RFC4716" | "PKCS8" | "PEM"): string {
  return inTemporaryFolder((folder) => {
    const file = join(folder, "key");
    writeFileSync(file, text, { mode: 0o600 });
    return run("ssh-keygen", ["-i", "-m", format, "-f", file]).toString().trim();
  });
}

function subjectPublicKeyInfo(line: string, file: string): Buffer {
  if (line.startsWith("ssh-ed25519 ")) return ed25519SubjectPublicKeyInfo(line);
  const pem = run("ssh-keygen", ["-e", "-m", "PKCS8", "-f", file]);
  return run("openssl", ["pkey", "-pubin", "-outform", "DER"], pem);
}

/** `ssh-keygen -e -m PKCS8` can't say ED25519; RFC 8410 section 4 is short enough to be said to openssl's own DER writer. */
function ed25519SubjectPublicKeyInfo(line: string): Buffer {
  const point = run("openssl", ["base64", "-d", "-A"], line.split(" ")[1]).subarray(-32).toString("hex");
  return der(`asn1=SEQUENCE:key
[key]
algorithm=SEQUENCE:algorithm
point=FORMAT:HEX,BITSTRING:${point}
[algorithm]
name=OID:ED25519`);
}

/** RFC 8017 A.1.1 within RFC 5280 section 4.1.2.7, by openssl's own DER writer. */
function rsaSubjectPublicKeyInfo(n: string, e: string): Buffer {
  return der(`asn1=SEQUENCE:key
[key]
algorithm=SEQUENCE:algorithm
numbers=BITWRAP,SEQUENCE:numbers
[algorithm]
name=OID:rsaEncryption
parameters=NULL
[numbers]
n=INTEGER:0x${n}
e=INTEGER:0x${e}`);
}

function der(description: string): Buffer {
  return inTemporaryFolder((folder) => {
    const config = join(folder, "asn1.cnf");
    writeFileSync(config, description);
    const out = join(folder, "key.der");
    run("openssl", ["asn1parse", "-genconf", config, "-noout", "-out", out]);
    return run("openssl", ["pkey", "-pubin", "-inform", "DER", "-in", out, "-outform", "DER"]);
  });
}

function md5(bytes: Uint8Array): string {
  return run("openssl", ["md5", "-c"], bytes).toString().trim().split("= ")[1] ?? "";
}
