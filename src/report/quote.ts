/** Quoted for a POSIX shell; control characters in ANSI-C quotes, so that a pasted command can't do more than it says. */
export function quote(text: string): string {
  if (/^[\w@%+=:,./-]+$/.test(text)) return text;
  if (!/[\x00-\x1f\x7f-\x9f\u200b-\u206f\ufeff]/.test(text)) return `'${text.replaceAll("'", `'\\''`)}'`;
  const escaped = text.replace(/[\\'\x00-\x1f\x7f-\x9f\u200b-\u206f\ufeff]/g, (char) =>
    // Bytes, as what bash makes of a code point depends on the locale.
    char === "\\" || char === "'" ? `\\${char}` : Buffer.from(char).toString("hex").replace(/../g, "\\x$&"),
  );
  return `$'${escaped}'`;
}
