import { expect, test } from "vitest";
import type { Source } from "../src/spec/contract.ts";
import { compareQuotes } from "./compare-quotes.ts";

const url = "https://aws.test/page";
const quoted = (quote: string, at = url): ReadonlyMap<string, Source> =>
  new Map([["one", { id: "one", kind: "documented", title: "a page", url: at, date: "undated", quote }]]);
const page = (excerpt: string) => [{ url, sources: ["one"], excerpts: ["another sentence", excerpt] }];

test.each([
  { given: "the sentence", quote: "Keys are kept.", excerpt: "First. Keys are kept. Last." },
  { given: "other line breaks", quote: "Keys are\nkept.", excerpt: "Keys\n  are kept." },
  { given: "something left out", quote: "Keys … kept.", excerpt: "Keys, all of them, are kept." },
  { given: "a row of a table", quote: "Nope: It is not there.", excerpt: "| Nope | It is not there. |" },
  { given: "escapes of Markdown", quote: "a star (*) matches", excerpt: "a star \\(\\*\\) matches" },
])("literal, but for what is of the file: $given", ({ quote, excerpt }) => {
  expect(compareQuotes(quoted(quote), page(excerpt))).toEqual({ literal: ["one"], wrong: [], notCached: [] });
});

test.each([
  { given: "another word", quote: "Keys are held.", want: /^one: "Keys are held\." is not in the excerpts/ },
  { given: "another apostrophe", quote: "Keys aren't kept.", want: /is not in the excerpts/ },
  { given: "pieces in another order", quote: "lost … kept", want: /is not in the excerpts/ },
])("not literal: $given", ({ quote, want }) => {
  const { literal, wrong } = compareQuotes(quoted(quote), page("Keys are kept. Keys aren’t lost."));
  expect(literal).toEqual([]);
  expect(wrong).toEqual([expect.stringMatching(want)]);
});

test("evidence of another page, and for a source that is not there, is wrong", () => {
  expect(compareQuotes(quoted("x", "https://aws.test/other"), page("x")).wrong).toEqual([
    expect.stringContaining("cited from https://aws.test/other"),
  ]);
  expect(compareQuotes(new Map(), page("x")).wrong).toEqual([expect.stringContaining("no such source")]);
});

test("a source without an excerpt is named", () => {
  expect(compareQuotes(quoted("x"), [])).toEqual({ literal: [], wrong: [], notCached: ["one"] });
});
