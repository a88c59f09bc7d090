/** Ways to spoil an OpenSSH line, one at a time. The undamaged line is the valid twin. */

import { joinOpenSshLine, type OpenSshLine, splitOpenSshLine } from "./openssh-line.ts";

export const damages = [
  "comma",
  "clipped",
  "wrapped",
  "truncated",
  "extra-bytes",
  "wrong-label",
  "sha2-label",
  "options",
  "hostile-length",
  "hostile-label-length",
] as const;
export type Damage = (typeof damages)[number];

const spoilers = {
  /** A comma within the base64. */
  comma: (line) => intoBase64(line, (base64) => splice(base64, ",")),
  /** The end of the base64 is lost, as by a copy from a narrow terminal. */
  clipped: (line) => intoBase64(line, (base64) => base64.slice(0, -21)),
  /** The base64 is broken into two lines. */
  wrapped: (line) => intoBase64(line, (base64) => splice(base64, "\n")),
  /** The base64 is sound, the blob in it ends early. */
  truncated: (line) => joinOpenSshLine({ ...line, blob: line.blob.subarray(0, -20) }),
  /** The base64 is sound, the blob in it goes on. */
  "extra-bytes": (line) => joinOpenSshLine({ ...line, blob: Buffer.concat([line.blob, Buffer.alloc(3, "x")]) }),
  /** The line says the other of the two types that AWS takes. */
  "wrong-label": (line) => joinOpenSshLine({ ...line, label: line.label === "ssh-rsa" ? "ssh-ed25519" : "ssh-rsa" }),
  /** The name of a signature algorithm (RFC 8332) in the place of the key type. */
  "sha2-label": (line) => joinOpenSshLine({ ...line, label: "rsa-sha2-256" }),
  /** The options of an authorized_keys file in front. */
  options: (line) => `no-pty,command="true" ${joinOpenSshLine(line)}`,
  /** The field behind the key type claims 4 GiB. */
  "hostile-length": (line) => joinOpenSshLine({ ...line, blob: claim4GiB(line.blob, 4 + lengthAt(line.blob, 0)) }),
  /** The key type itself claims 4 GiB. */
  "hostile-label-length": (line) => joinOpenSshLine({ ...line, blob: claim4GiB(line.blob, 0) }),
} satisfies Record<Damage, (line: OpenSshLine) => string>;

/** `key` is an OpenSSH line; what comes back looks like one. */
export function damageMaterial(key: string, damage: Damage): string {
  return spoilers[damage](splitOpenSshLine(key));
}

function intoBase64(line: OpenSshLine, change: (base64: string) => string): string {
  const base64 = Buffer.from(line.blob).toString("base64");
  return joinOpenSshLine(line).replace(base64, change(base64));
}

function splice(text: string, piece: string): string {
  const middle = Math.floor(text.length / 2);
  return text.slice(0, middle) + piece + text.slice(middle);
}

function lengthAt(blob: Uint8Array, offset: number): number {
  return Buffer.from(blob).readUInt32BE(offset);
}

function claim4GiB(blob: Uint8Array, offset: number): Uint8Array {
  const changed = Buffer.from(blob);
  changed.writeUInt32BE(0xffffffff, offset);
  return changed;
}
