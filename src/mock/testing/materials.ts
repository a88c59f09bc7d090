import { createHash } from "node:crypto";

/** Public keys with the fingerprint that AWS itself returned for them. */
export const awsVectors = [
  {
    name: "RSA, recorded by an emulator's authors",
    line: "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQDP9LrByKWpgbX+prxBwnlf7lrmI5AfDwuiCofuvOAzt9/PwIDMMIAhlvlpm09jjOuuH/MRQApJB5A714Auv+hBKVK0lCq9KcTrnKZOpRj2aGgIZgaoO6P/POoZc+kBf9Y/GP18DCKc4y/XyBsp69dPP6XRdYBlEdeIeVZdgCPYrM7s5FjT7aML2ba2Y2EvH116hPxv+nJZGwM6yqWxWRyTOoNMMTAfNYmoKkNy2zC1FARUyqDwumJ2z5Fvo4ZdN1qoFPOsfPc3iB0NUtSZbLU1awScvHb0rwR5PRnelTZ3Nbkw8I8A0IAhBTE5veW9D38hDIJhRd4nW73BUhgmzDL7",
    fingerprint: "ad:57:77:5e:13:5f:87:5d:e8:95:46:cb:3c:92:a1:be",
  },
  {
    name: "RSA, of Terraform's acceptance test",
    line: "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQD3F6tyPEFEzV0LX3X8BsXdMsQz1x2cEikKDEY0aIj41qgxMCP/iteneqXSIFZBp5vizPvaoIR3Um9xK7PGoW8giupGn+EPuxIA4cDM4vzOqOkiMPhz5XK0whEjkVzTo4+S0puvDZuwIsdiW9mxhJc7tgBNL0cYlWSYVkz4G/fslNfRPW5mYAM49f4fhtxPb5ok4Q2Lg9dPKVHO/Bgeu5woMc7RY0p1ej6D4CKFE6lymSDJpW0YHX/wqE9+cfEauh7xZcG0q9t2ta6F6fmX0agvpFyZo8aFbXeUBr7osSCJNgvavWbM/06niWrOvYX2xwWdhXmXSrbX8ZbabVohBK41 phodgson@thoughtworks.com",
    fingerprint: "d7:ff:a6:63:18:64:9c:57:a1:ee:ca:a4:ad:c2:81:62",
  },
  {
    name: "RSA, of a provisioning service's tests",
    line: "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQC8w6DONv1qn3IdgxSpkYOClq7oe7davWFqKVHPbLoS6+dFInru7gdEO5byhTih6+PwRhHv/b1I+Mtt5MDZ8Sv7XFYpX/3P/u5zQiy1PkMSFSz0brRRUfEQxhXLW97FJa7l+bej2HJDt7f9Gvcj+d/fNWC9Z58/GX11kWk4SIXaKotkN+kWn54xGGS7Zvtm86fP59Srt6wlklSsG8mZBF7jVUjyhAgm/V5gDFb2/6jfiwSb2HyJ9/NbhLkWNdwrvpdGZqQlYhnwTfEZdpwizW/Mj3MxP5O31HN45aE0wog0UeWY4gvTl4Ogb6kescizAM6pCff3RBslbFxLdOO7cR17 lzap-2013",
    fingerprint: "c4:ba:72:45:16:a9:2c:39:c3:99:8d:e7:16:01:9c:77",
  },
  {
    name: "ED25519, of a snapshot test against AWS",
    line: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILR+zNQbYY5ORuhYXGMTSnjRLzS9C5dUdWRKdlqi20q2",
    fingerprint: "4LmcYnyBOqlloHZ5TKAxfa8BgMK2wL6WeOOTvXVdhmw=",
  },
  {
    name: "ED25519, of a provisioning service's tests",
    line: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEhnn80ZywmjeBFFOGm+cm+5HUwm62qTVnjKlOdYFLHN lzap",
    fingerprint: "gL/y6MvNmJ8jDXtsL/oMmK8jUuIefN39BBuvYw/Rndk=",
  },
] as const;

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
