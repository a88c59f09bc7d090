import { marked } from "marked";

/** What a Markdown parser that is not ours makes of a text: the names of the tags in it, and its links. */
export function readMarkdown(text: string): { readonly tags: ReadonlySet<string>; readonly links: readonly string[] } {
  const html = marked.parse(text, { async: false, gfm: true }) as string;
  const tags = new Set([...html.matchAll(/<([a-z][a-z0-9]*)/gi)].map(([, name = ""]) => name.toLowerCase()));
  return { tags, links: [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, url = ""]) => url) };
}

/** The rows of all tables by their numbers of cells: the same number for each row of a table. */
export function tableWidths(text: string): readonly (readonly number[])[] {
  return marked
    .lexer(text, { gfm: true })
    .flatMap((token) =>
      token.type === "table" ? [[token.header.length, ...token.rows.map((row: unknown[]) => row.length)]] : [],
    );
}
