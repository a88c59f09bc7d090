import fc from "fast-check";
import { expect, test } from "vitest";
import { marked } from "./marked.ts";
import { html } from "./markup.ts";

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
