import fc from "fast-check";
import { expect, test } from "vitest";
import { exchangeWith } from "../../testing/reports.ts";
import { indented, marked, requestText, responseText } from "./exchange.ts";
import { clip, html } from "./markup.ts";

test("a request has a parameter a line, and long values are cut in the middle", () => {
  const { request } = exchangeWith();
  const text = requestText({ ...request, body: `Action=ImportKeyPair&KeyName=${"x".repeat(300)}` });
  expect(text.split("\n").slice(0, 5)).toEqual([
    "POST http://small.test/",
    "content-type: application/x-www-form-urlencoded",
    "authorization: ***",
    "",
    "Action=ImportKeyPair",
  ]);
  expect(text).toMatch(/&KeyName=x{112} … 148 characters left out … x{40}$/);
});

test("an answer of any size stays small", () => {
  const headers = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`h${index}`, "v".repeat(9_000)]));
  const text = responseText({ status: 200, headers, body: "y".repeat(60_000) });
  expect(text.length).toBeLessThan(15_000);
  expect(text).toContain("… 970 more headers …");
});

test.for([
  { given: "<a><b>1</b><c/></a>", want: "<a>\n  <b>1</b>\n  <c/>\n</a>" },
  { given: '<?xml version="1.0"?>\n<a>\n  <b></b>\n</a>', want: '<?xml version="1.0"?>\n<a>\n  <b>\n  </b>\n</a>' },
  { given: "<!doctype html><p>", want: "<!doctype html><p>" },
  { given: "no xml <a>", want: "no xml <a>" },
  { given: "</a></b>", want: "</a></b>" },
  { given: "", want: "" },
])("indented($given)", ({ given, want }) => {
  expect(indented(given)).toBe(want);
});

test("law: indenting adds and takes blanks between tags only", () => {
  const xml = fc.string({ unit: fc.constantFrom("<a>", "</a>", "<b/>", "text", " ", "&lt;") });
  const bare = (text: string): string => text.trim().replace(/(?<=>)\s+(?=<)/g, "");
  fc.assert(
    fc.property(xml, (body) => {
      expect(bare(indented(body))).toBe(bare(body));
    }),
  );
});

test("law: what is clipped keeps its ends and says how much is gone", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), fc.integer({ min: 8, max: 30 }), (text, longest) => {
      const clipped = clip(text, longest);
      const left = Number(clipped.match(/… (\d+) characters left out …/)?.[1] ?? 0);
      expect(left).toBe(Math.max(0, [...text].length - longest));
      if (left === 0) expect(clipped).toBe(text);
    }),
  );
});

test.for([
  { text: "HTTP 200 and 2000", words: ["200"], want: "HTTP <mark>200</mark> and 2000" },
  { text: "<Code>A.B</Code>", words: ["A.B", "A"], want: "&lt;Code&gt;<mark>A.B</mark>&lt;/Code&gt;" },
  { text: "a (b) [c", words: ["(b)", "[c"], want: "a <mark>(b)</mark> <mark>[c</mark>" },
  { text: "nothing", words: [], want: "nothing" },
])("$words in $text", ({ text, words, want }) => {
  expect(marked(text, words).markup).toBe(want);
});

test("law: marks change nothing but themselves", () => {
  const words = fc.array(fc.string({ unit: "grapheme-ascii", minLength: 1 }), { maxLength: 4 });
  fc.assert(
    fc.property(fc.string({ unit: "grapheme-ascii" }), words, (text, list) => {
      expect(marked(text, list).markup.replaceAll(/<\/?mark>/g, "")).toBe(html`${text}`.markup);
    }),
  );
});
