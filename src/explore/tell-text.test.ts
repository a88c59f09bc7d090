import { expect, test } from "vitest";
import { tellText } from "./tell-text.ts";

test.for([
  { text: "plain", want: '"plain"' },
  { text: "a--b", want: 'two hyphens in a row, the character -: "a--b"' },
  { text: "a   b", want: 'three blanks in a row, a blank: "a   b"' },
  { text: "a!!!!!!!!b", want: '8 times "!" in a row, the character !: "a!!!!!!!!b"' },
  { text: "a%41", want: 'the percent escape %41, the character %: "a%41"' },
  { text: "e\u0301", want: 'a combining character, \u0301, a character beyond ASCII, the character \u0301: "e\u0301"' },
  { text: "Ab", want: 'a capital letter: "Ab"' },
  { text: "x".repeat(100), want: `100 characters: "${"x".repeat(40)}…${"x".repeat(16)}"` },
  { text: " b", want: 'a blank at an end, a blank: " b"' },
])("$text", ({ text, want }) => {
  expect(tellText(text)).toBe(want);
});

test("what stands behind another text has no beginning of its own", () => {
  expect(tellText(" b", true)).toBe('a blank: " b"');
  expect(tellText("b ", true)).toBe('a blank at an end, a blank: "b "');
});
