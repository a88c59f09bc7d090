/** The OpenSSH public key format, one line of `label base64(blob) comment`: sshd(8), AUTHORIZED_KEYS FILE FORMAT. */

export interface OpenSshLine {
  /** The key type as the line says it; the blob says it again. */
  readonly label: string;
  readonly blob: Uint8Array;
  readonly comment?: string;
}

/** Takes a well-formed line apart; for keys of our own making, where anything else is a mistake in the harness. */
export function splitOpenSshLine(text: string): OpenSshLine {
  const [, label, blob, comment] = /^(\S+) ([A-Za-z0-9+/]+=*)(?: (.*))?\n?$/.exec(text) ?? [];
  if (label === undefined || blob === undefined) {
    throw new Error(
      `Failed to read the key ${JSON.stringify(text.slice(0, 40))}: it is no OpenSSH line. Give \`type base64 comment\`.`,
    );
  }
  return { label, blob: Buffer.from(blob, "base64"), ...(comment === undefined ? {} : { comment }) };
}

export function joinOpenSshLine({ label, blob, comment }: OpenSshLine): string {
  const line = `${label} ${Buffer.from(blob).toString("base64")}`;
  return comment === undefined ? line : `${line} ${comment}`;
}
