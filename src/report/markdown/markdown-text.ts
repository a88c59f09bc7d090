import type { Exchange } from "../../model.ts";
import { oneLine, printable } from "../escape.ts";

/** What Markdown, HTML in it, or GitHub make something of: markup, tables, links, mentions, references, formulas. */
const active = /[&<>\\`|*_[\]{}~:@#$!"']|(?<=www)\./gi;

/**
 * Text that Markdown leaves as it is, on one line, cut to a length. As entities, since backslashes don't keep a `|` out
 * of a table's cells; and an empty comment after `@` and `#`, as GitHub looks for mentions when entities are gone.
 */
export function escapeMarkdown(text: string, longest = 300): string {
  return oneLine(text, longest)
    .toWellFormed()
    .replace(active, (char) => `&#${char.charCodeAt(0)};${char === "@" || char === "#" ? "<!-- -->" : ""}`);
}

/** The same as code: where GitHub links no numbers, hashes and names, and shows every blank. */
export function code(text: string, longest = 300): string {
  return `<code>${escapeMarkdown(text, longest)}</code>`;
}

/** A block of code that nothing in the text ends; a line that looks like a command to a CI's log is none. */
export function codeBlock(language: string, text: string): string {
  const lines = printable(text).toWellFormed();
  const harmless = lines.replace(/^(\s*)(?:(::)|##(?=\[))/gm, (_, blank: string, colons?: string) =>
    colons === undefined ? `${blank}\\u{23}#` : `${blank}\\u{3a}:`,
  );
  const ticks = [...harmless.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length + 1), 3);
  const fence = "`".repeat(ticks);
  return `${fence}${language}\n${harmless}\n${fence}`;
}

/** A link; the text alone when there is no address that a browser may open. */
export function link(text: string, url: string | undefined): string {
  const safe = url !== undefined && /^https?:\/\//.test(url) && URL.canParse(url);
  return safe ? `[${escapeMarkdown(text)}](<${new URL(url).href.replace(/[<>\\|]/g, encode)}>)` : escapeMarkdown(text);
}

function encode(char: string): string {
  return `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** A row of a table; the cells are Markdown already. */
export function row(...cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** GitHub drops a job summary of more than 1 MiB; some is kept for what we say about what we left out. */
export const summaryLimit = 1_000_000;

/** Something long, a block after the other, until no more fits. */
export interface Budget {
  /** Adds the block if it fits. @returns whether it did. */
  add(block: string): boolean;
  /** Adds what must be there: notes, heads. */
  must(block: string): void;
  text(): string;
}

/** @param bytes of UTF-8 that `add` keeps within. */
export function budget(bytes: number): Budget {
  const blocks: string[] = [];
  let used = 0;
  const must = (block: string): void => {
    blocks.push(block);
    used += sizeOf(block);
  };
  return {
    must,
    add(block) {
      if (used + sizeOf(block) > bytes) return false;
      must(block);
      return true;
    },
    text: () => `${blocks.join("\n")}\n`,
  };
}

function sizeOf(block: string): number {
  return Buffer.byteLength(block) + 1;
}

/** The longest body that is quoted, in characters: an issue on GitHub holds 65,536 in all. */
const longest = 2000;

/** One exchange as a block of Markdown: what was sent, and what came back. */
export function wireBlock({ request, response, trouble }: Exchange): string {
  const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest)} …` : text);
  const headers = Object.entries(response?.headers ?? {}).map(([name, value]) => `${name}: ${value}`);
  const answer =
    response === undefined
      ? [trouble?.why ?? "no answer"]
      : [String(response.status), ...headers, "", cut(response.body)];
  return codeBlock("http", [`${request.method} ${request.url}`, cut(request.body), "", ...answer].join("\n"));
}
