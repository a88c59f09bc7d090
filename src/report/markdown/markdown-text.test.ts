import fc from "fast-check";
import { expect, test } from "vitest";
import { attack, obeyedIn } from "../../testing/hostile-report.ts";
import { readMarkdown, tableWidths } from "../../testing/markdown-html.ts";
import { code, codeBlock, escapeMarkdown, link, row } from "./markdown-text.ts";

test.for([
  { given: "plain é 日本 (1.5 %), a-b/c; d?", want: "plain é 日本 (1.5 %), a-b/c; d?" },
  { given: "a|b", want: "a&#124;b" },
  { given: "\\|", want: "&#92;&#124;" },
  { given: "`x` <b> &amp;", want: "&#96;x&#96; &#60;b&#62; &#38;amp;" },
  { given: "@octocat", want: "&#64;<!-- -->octocat" },
  { given: "see #12", want: "see &#35;<!-- -->12" },
  { given: "www.evil.test", want: "www&#46;evil.test" },
  { given: "https://evil.test", want: "https&#58;//evil.test" },
  { given: "a\n\nb", want: "a b" },
  { given: "\x1b[31m", want: "&#92;u&#123;1b&#125;&#91;31m" },
])("escapeMarkdown($given)", ({ given, want }) => {
  expect(escapeMarkdown(given)).toBe(want);
});

test("a text that is cut inside of a character is whole characters all the same", () => {
  const cut = escapeMarkdown("🔑🔑", 2);
  expect(cut).toBe(cut.toWellFormed());
});

test.for([
  { given: ["title", "https://a.test/x_y"], want: "[title](<https://a.test/x_y>)" },
  { given: ["t", "https://a.test/<|>\\"], want: "[t](<https://a.test/%3C%7C%3E/>)" },
  { given: ["t", "javascript:alert(1)"], want: "t" },
  { given: ["t", undefined], want: "t" },
])("link($given)", ({ given: [text, url], want }) => {
  expect(link(text ?? "", url)).toBe(want);
});

test.for([
  { given: "a", want: "```sh\na\n```" },
  { given: "a ```` b", want: "`````sh\na ```` b\n`````" },
  { given: "::error::x\n  ##[group]y\n## z", want: "```sh\n\\u{3a}:error::x\n  \\u{23}#[group]y\n## z\n```" },
])("codeBlock($given)", ({ given, want }) => {
  expect(codeBlock("sh", given)).toBe(want);
});

test("an attack is text: in a table, in a sentence, in a block", () => {
  const page = `${row("a", "b")}\n${row("---", "---")}\n${row(code(attack), escapeMarkdown(attack))}\n\n${codeBlock("sh", attack)}\n`;
  expect(obeyedIn(page)).toBeUndefined();
  const { tags, links } = readMarkdown(page);
  expect(links).toEqual([]);
  expect([...tags].sort()).toEqual(["code", "pre", "table", "tbody", "td", "th", "thead", "tr"]);
  expect(tableWidths(page)).toEqual([[2, 2]]);
});

test("law: no text leaves its cell, and none becomes a link or a tag", () => {
  const active = fc.constantFrom(..."|`*_~[]()<>!\\&#@:. \n$aw", "www.", "http://", "```", "<!--", "-->");
  fc.assert(
    fc.property(fc.array(active, { maxLength: 40 }), (parts) => {
      const text = parts.join("");
      const page = `${row("a", "b")}\n${row("---", "---")}\n${row(code(text), escapeMarkdown(text))}\n`;
      const { tags, links } = readMarkdown(page);
      expect(links).toEqual([]);
      expect([...tags].filter((tag) => !/^(table|thead|tbody|tr|th|td|code)$/.test(tag))).toEqual([]);
      expect(tableWidths(page)).toEqual([[2, 2]]);
    }),
  );
});
