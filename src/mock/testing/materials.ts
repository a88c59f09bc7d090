import { createHash } from "node:crypto";
import { awsVectors } from "./aws-vectors.ts";

const [rsaVector, , , edVector] = awsVectors;

/** Two real keys. */
export const rsa = rsaVector.line;
export const ed25519 = edVector.line;

export const wire = (text: string): string => Buffer.from(text, "utf8").toString("base64");

const string = (bytes: Uint8Array | string): Buffer => {
  const data = Buffer.from(bytes);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, data]);
};

const bytes = (count: number): Buffer =>
  Buffer.concat(
    Array.from({ length: Math.ceil(count / 32) }, (_, at) => createHash("sha256").update(`${at}`).digest()),
  ).subarray(0, count);

/** An OpenSSH line of this label over these parts. */
export const opensshLine = (label: string, ...parts: readonly (Uint8Array | string)[]): string =>
  `${label} ${Buffer.concat([label, ...parts].map(string)).toString("base64")}`;

/** An RSA key of this size, which nobody could use: its modulus is any number. */
const rsaOf = (bits: number): string =>
  opensshLine("ssh-rsa", Buffer.of(1, 0, 1), Buffer.concat([Buffer.of(0, 0xc1), bytes(bits / 8 - 1)]));

export const rfc4716 = (line: string, ...headers: readonly string[]): string => {
  const base64 = line.split(" ")[1]?.match(/.{1,70}/g) ?? [];
  return ["---- BEGIN SSH2 PUBLIC KEY ----", ...headers, ...base64, "---- END SSH2 PUBLIC KEY ----", ""].join("\n");
};

const ecdsa = (curve: string, size: number) =>
  opensshLine(`ecdsa-sha2-${curve}`, curve, Buffer.concat([Buffer.of(4), bytes(size * 2)]));

/** Texts that are keys to EC2. */
export const accepted: Readonly<Record<string, string>> = {
  "rsa-1024": rsaOf(1024),
  "rsa-2048": rsa,
  "rsa-3072": rsaOf(3072),
  "rsa-4096": rsaOf(4096),
  "rsa-8192": rsaOf(8192),
  "rsa-comment": `${rsa} somebody@example.com`,
  "rsa-comment-with-blanks": `${rsa} some body at home`,
  "rsa-newline": `${rsa}\n`,
  "rsa-2048-characters": `${rsa} `.padEnd(1536, "x"),
  "rsa-rfc4716": rfc4716(rsa),
  "rsa-rfc4716-header": rfc4716(rsa, 'Comment: "some key"'),
  "rsa-rfc4716-continued": rfc4716(rsa, 'Comment: "a key with a long \\', 'comment"', "x-private: yes"),
  ed25519,
  "ed25519-comment": `${ed25519} somebody@example.com`,
  "ed25519-newline": `${ed25519}\n`,
};

/** ASCII texts that are none. */
export const refused: Readonly<Record<string, string>> = {
  words: "This is no key.",
  "one word": "key",
  "ssh-rsa alone": "ssh-rsa",
  "junk after a label": "ssh-rsa JUNK test@ubuntu",
  dsa: opensshLine("ssh-dss", bytes(128), bytes(20), bytes(128), bytes(128)),
  "ecdsa-256": ecdsa("nistp256", 32),
  "ecdsa-384": ecdsa("nistp384", 48),
  "ecdsa-521": ecdsa("nistp521", 66),
  "sk-ed25519": opensshLine("sk-ssh-ed25519@openssh.com", bytes(32), "ssh:"),
  certificate: opensshLine("ssh-ed25519-cert-v01@openssh.com", bytes(32), bytes(32)),
  "base64 twice": wire(rsa),
  "corrupted base64": rsa.replace("AAAB", "AA,B"),
  "truncated blob": rsa.slice(0, -40),
  "bytes after the blob": opensshLine("ssh-ed25519", bytes(32), "more"),
  "label of another type": ed25519.replace("ssh-ed25519", "ssh-rsa"),
  "short ED25519": opensshLine("ssh-ed25519", bytes(31)),
  "negative modulus": opensshLine("ssh-rsa", Buffer.of(1, 0, 1), Buffer.concat([Buffer.of(0xc1), bytes(255)])),
  "no modulus": opensshLine("ssh-rsa", Buffer.of(1, 0, 1)),
  "zero exponent": opensshLine("ssh-rsa", "", bytes(256)),
  "blob that claims four gigabytes": `ssh-rsa ${Buffer.from("ffffffff7373682d727361", "hex").toString("base64")}`,
  "options in front": `no-pty,command="ls" ${ed25519}`,
  "two keys": `${ed25519}\n${ed25519}\n`,
  "ED25519 private key": `-----BEGIN OPENSSH PRIVATE KEY-----\n${bytes(200).toString("base64")}\n-----END OPENSSH PRIVATE KEY-----\n`,
  "PEM public key": `-----BEGIN PUBLIC KEY-----\n${bytes(200).toString("base64")}\n-----END PUBLIC KEY-----\n`,
  "RFC 4716 without an end": rfc4716(rsa).replace(/---- END.*/, ""),
  "RFC 4716 with nothing": "---- BEGIN SSH2 PUBLIC KEY ----\n---- END SSH2 PUBLIC KEY ----\n",
  NUL: "\0",
};
