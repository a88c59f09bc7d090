import type { Source } from "../src/spec/contract.ts";

/** Excerpts of one public page, and the sources whose quotes are held against them: a file of `fixtures/evidence/`. */
export interface Evidence {
  readonly url: string;
  readonly sources: readonly string[];
  readonly excerpts: readonly string[];
}

export interface Comparison {
  /** Sources whose quote stands in the excerpts, literally. */
  readonly literal: readonly string[];
  /** What is wrong, a sentence each. */
  readonly wrong: readonly string[];
  /** Sources of which no excerpt is kept. */
  readonly notCached: readonly string[];
}

/** Holds every quote of the bibliography against the excerpts of its page. `…` in a quote leaves something out. */
export function compareQuotes(sources: ReadonlyMap<string, Source>, evidence: readonly Evidence[]): Comparison {
  const checked = evidence.flatMap((page) =>
    page.sources.map((id) => ({ id, wrong: whatIsWrong(sources.get(id), page) })),
  );
  const cached = new Set(checked.map(({ id }) => id));
  return {
    literal: checked.filter(({ wrong }) => wrong === undefined).map(({ id }) => id),
    wrong: checked.flatMap(({ id, wrong }) => (wrong === undefined ? [] : [`${id}: ${wrong}`])),
    notCached: [...sources.keys()].filter((id) => !cached.has(id)),
  };
}

function whatIsWrong(source: Source | undefined, { url, excerpts }: Evidence): string | undefined {
  if (source === undefined) return `the evidence for ${url} names it, and sources.yaml has no such source`;
  if (source.url !== undefined && source.url !== url)
    return `it is cited from ${source.url}, its evidence is of ${url}`;
  return excerpts.some((excerpt) => holds(plain(excerpt), source.quote))
    ? undefined
    : `"${plain(source.quote)}" is not in the excerpts of ${url}`;
}

function holds(excerpt: string, quote: string): boolean {
  let at = 0;
  for (const piece of quote.split("…").map(plain)) {
    const found = excerpt.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return true;
}

/** Without what is of the file and not of the sentence: line breaks, escapes of Markdown, bold type, a table's bars. */
function plain(text: string): string {
  return text
    .replace(/\|\s*([A-Za-z.]+)\s*\|\s*(.*?)\s*\|/g, "$1: $2")
    .replaceAll("**", "")
    .replace(/\\([()[\]*?.,_-])/g, "$1")
    .replaceAll("`Action`", "Action")
    .replace(/\s+/g, " ")
    .trim();
}
