import { html, type Markup } from "./markup.ts";

/** Text with these words marked. */
export function marked(text: string, words: readonly string[]): Markup {
  if (words.length === 0) return html`${text}`;
  const alternatives = words.toSorted((a, b) => b.length - a.length).map(literally);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${alternatives.join("|")})(?![\\p{L}\\p{N}])`, "u");
  const pieces = text.split(pattern);
  return html`${pieces.map((piece, index) => (index % 2 === 1 ? html`<mark>${piece}</mark>` : piece))}`;
}

const literally = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
