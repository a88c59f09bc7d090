import fc from "fast-check";
import { expect, test } from "vitest";
import { counted, html } from "./markup.ts";

const anyText = fc.string({ unit: "binary" });

test("values are text, markup stays markup, and lists are joined", () => {
  const inner = html`<b>${"<i>"}</b>`;
  expect(html`<p class="${'"'}">${inner}${["a", inner]}${1}${false}${undefined}</p>`.markup).toBe(
    '<p class="&quot;"><b>&lt;i&gt;</b>a<b>&lt;i&gt;</b>1</p>',
  );
});

test("law: no text becomes markup, in content or in an attribute", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { markup } = html`<a title="${text}">${[text]}</a>`;
      const [, title, content] = markup.match(/^<a title="([^"]*)">([^<]*)<\/a>$/s) ?? [];
      expect(title).toBe(content);
      expect(title).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|apos);)/);
      expect(title).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]/);
      expect(markup).toBe(markup.toWellFormed());
    }),
  );
});

test("law: escaping piece by piece is escaping the whole", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme" })), (pieces) => {
      expect(html`${pieces}`).toEqual(html`${pieces.join("")}`);
    }),
  );
});

test.for([
  { count: 0, want: "0 cases" },
  { count: 1, want: "1 case" },
  { count: 2, want: "2 cases" },
])("counted($count)", ({ count, want }) => {
  expect(counted(count, "case")).toBe(want);
});
