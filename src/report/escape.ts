/**
 * What a target says is hostile: control characters, escape sequences of terminals and bidirectional marks are shown,
 * not obeyed. Line breaks and tabs stay.
 */
export function printable(text: string): string {
  return text.replace(
    /[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ud800-\udfff\ufffe\uffff]/gu,
    (char) => {
      const code = char.codePointAt(0) ?? 0;
      return `\\u{${code.toString(16)}}`;
    },
  );
}

/** The same on one line, cut to a length. */
export function oneLine(text: string, longest = 300): string {
  const line = printable(text).replace(/\s*[\n\t]\s*/g, " ");
  // A cut between the two halves of a character leaves one that is none.
  return line.length > longest ? `${line.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, "")}…` : line;
}

/** Text inside XML, attributes included. */
export function escapeXml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&apos;",
  };
  return printable(text).replace(/[&<>"']/g, (char) => entities[char] ?? char);
}

/** Text in a page, attributes included. A line that looks like a command to a CI's log is none in the source, either. */
export function htmlText(text: string): string {
  return escapeXml(text).replace(
    /^(\s*)([:#])(?=[:#])/gm,
    (_, blank: string, char: string) => `${blank}&#${char.charCodeAt(0)};`,
  );
}

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

/** JSON that a terminal obeys nothing of; every text in it is kept to the letter. */
export function safeJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2).replace(/[\x7f-\x9f\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufffe\uffff]/g, escaped)}\n`;
}

function escaped(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
