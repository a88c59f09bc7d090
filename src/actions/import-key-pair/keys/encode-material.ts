/** Every way of writing a public key down that a client may send to AWS. The wire's own base64 comes later. */

import { toKeyObject } from "./key-object.ts";
import { joinOpenSshLine, type OpenSshLine, splitOpenSshLine } from "./openssh-line.ts";
import { writeRfc4716 } from "./rfc4716.ts";
import { readSshBlob } from "./ssh-blob.ts";

export const encodings = [
  "verbatim",
  "openssh",
  "openssh-bare",
  "openssh-newline",
  "openssh-crlf",
  "openssh-tabs",
  "openssh-two-blanks",
  "openssh-leading-blank",
  "openssh-trailing-blank",
  "openssh-blank-line-first",
  "openssh-comment-line-first",
  "rfc4716",
  "rfc4716-comment",
  "rfc4716-headers",
  "rfc4716-crlf",
  "blob",
  "blob-base64",
  "spki-der",
  "spki-der-base64",
  "spki-pem",
  "pkcs1-der",
  "pkcs1-der-base64",
  "pkcs1-pem",
] as const;
export type Encoding = (typeof encodings)[number];

type DerType = "spki" | "pkcs1";

const encoders = {
  openssh: joinOpenSshLine,
  "openssh-bare": bare,
  "openssh-newline": (line) => `${joinOpenSshLine(line)}\n`,
  "openssh-crlf": (line) => `${joinOpenSshLine(line)}\r\n`,
  "openssh-tabs": (line) => joinOpenSshLine(line).replace(" ", "\t").replace(" ", "\t"),
  "openssh-two-blanks": (line) => joinOpenSshLine(line).replace(" ", "  "),
  "openssh-leading-blank": (line) => ` ${joinOpenSshLine(line)}`,
  "openssh-trailing-blank": (line) => `${joinOpenSshLine(line)} `,
  "openssh-blank-line-first": (line) => `\n${joinOpenSshLine(line)}\n`,
  "openssh-comment-line-first": (line) => `# a comment\n${joinOpenSshLine(line)}\n`,
  rfc4716: ({ blob }) => writeRfc4716(blob),
  "rfc4716-comment": ({ blob, comment }) => writeRfc4716(blob, { Comment: quoted(comment) }),
  "rfc4716-headers": ({ blob, comment }) =>
    writeRfc4716(blob, {
      Comment: quoted(comment),
      Subject: "ec2-contract",
      "x-continued": "a private header that is too long for one line of 72 characters. ".repeat(3).trim(),
    }),
  "rfc4716-crlf": ({ blob }) => writeRfc4716(blob).replaceAll("\n", "\r\n"),
  blob: ({ blob }) => blob,
  "blob-base64": ({ blob }) => base64(blob),
  "spki-der": (line) => der(line, "spki"),
  "spki-der-base64": (line) => base64(der(line, "spki")),
  "spki-pem": (line) => pem(line, "spki"),
  "pkcs1-der": (line) => der(line, "pkcs1"),
  "pkcs1-der-base64": (line) => base64(der(line, "pkcs1")),
  "pkcs1-pem": (line) => pem(line, "pkcs1"),
} satisfies Record<Exclude<Encoding, "verbatim">, (line: OpenSshLine) => string | Uint8Array>;

/** `key` is an OpenSSH line; `comment` replaces its own. */
export function encodeMaterial(key: string, encoding: Encoding, comment?: string): string | Uint8Array {
  if (encoding === "verbatim") return key;
  const line = splitOpenSshLine(key);
  return encoders[encoding](comment === undefined ? line : { ...line, comment });
}

function bare({ label, blob }: OpenSshLine): string {
  return joinOpenSshLine({ label, blob });
}

function quoted(comment = "ec2-contract"): string {
  return `"${comment}"`;
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}

function der(line: OpenSshLine, type: DerType): Uint8Array {
  return keyObject(line).export({ type, format: "der" });
}

function pem(line: OpenSshLine, type: DerType): string {
  return keyObject(line).export({ type, format: "pem" }).toString();
}

function keyObject({ label, blob }: OpenSshLine) {
  const key = readSshBlob(blob);
  if (key.kind === "rsa" || key.kind === "ed25519") return toKeyObject(key);
  throw new Error(`Failed to encode a key of type ${label}: only RSA and ED25519 keys have a DER here. Use openssh.`);
}
