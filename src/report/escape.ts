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
