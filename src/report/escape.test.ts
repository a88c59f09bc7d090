import fc from "fast-check";
import { expect, test } from "vitest";
import { escapeXml, oneLine, printable } from "./escape.ts";

test.for([
  { given: "plain é 日本 🔑", want: "plain é 日本 🔑" },
  { given: "a\tb\nc", want: "a\tb\nc" },
  { given: "a\r\nb", want: "a\\u{d}\nb" },
  { given: "\x1b[31mred\x1b[0m", want: "\\u{1b}[31mred\\u{1b}[0m" },
  { given: "\x9b31m", want: "\\u{9b}31m" },
  { given: "\0\x07\x7f", want: "\\u{0}\\u{7}\\u{7f}" },
  { given: "a\u202Eb\u2066c\u200Fd\uFEFF", want: "a\\u{202e}b\\u{2066}c\\u{200f}d\\u{feff}" },
  { given: "\uD83D!", want: "\\u{d83d}!" },
  { given: "\uFFFE\uFFFF", want: "\\u{fffe}\\u{ffff}" },
])("printable($given)", ({ given, want }) => {
  expect(printable(given)).toBe(want);
});

test.for([
  { given: "a\n  b\tc", longest: 300, want: "a b c" },
  { given: "abcdef", longest: 6, want: "abcdef" },
  { given: "abcdefg", longest: 6, want: "abcde…" },
  { given: "\x1b", longest: 300, want: "\\u{1b}" },
])("oneLine($given, $longest)", ({ given, longest, want }) => {
  expect(oneLine(given, longest)).toBe(want);
});

test("escapeXml", () => {
  expect(escapeXml(`<a b="c" d='e'>&]]>\0`)).toBe("&lt;a b=&quot;c&quot; d=&apos;e&apos;&gt;&amp;]]&gt;\\u{0}");
});

test("law: a line is one line, of printable characters, and no longer than it may be", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.integer({ min: 1, max: 40 }), (text, longest) => {
      const line = oneLine(text, longest);
      expect(line.length).toBeLessThanOrEqual(longest);
      expect(line).not.toMatch(/[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/);
    }),
  );
});
