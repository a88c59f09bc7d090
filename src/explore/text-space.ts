import fc from "fast-check";
import type { WireSchema } from "../spec/contract.ts";

/** The texts that a schema allows, as far as anybody knows what they mean. */
export interface TextSpace {
  readonly minLength: number;
  readonly maxLength: number;
  isValid(text: string): boolean;
  /** Valid texts of at most `length` UTF-16 units that may stand behind a valid text; with a bias to the odd. */
  texts(length: number): fc.Arbitrary<string>;
}

/** What other layers are known to decode, fold, cut or expand. */
const oddPieces = [
  "--",
  "__",
  "..",
  "//",
  "  ",
  "%41",
  "%2B",
  "%",
  "%%",
  "+",
  "&amp;",
  "&#65;",
  "&lt;",
  "<b>",
  "]]>",
  "<!--",
  "\\",
  "\\n",
  "\\u0041",
  "$HOME",
  "$(x)",
  "{}",
  "{{x}}",
  "'",
  '"',
  "'; --",
  "..",
  "../x",
  ":",
  "=",
  "?",
  "*",
  "#",
  "@",
  "~",
  "^",
  "|",
  "null",
  "true",
  "0x10",
  "1e5",
  "007",
  "=?utf-8?",
  ";",
  ",",
  "()",
  "[0]",
  "!",
  "`",
] as const;

/** Characters beyond ASCII that are often lost: composed and combining, wide, astral, right to left, folding in case. */
const beyondAscii = [
  "é",
  "e\u0301",
  "ß",
  "İ",
  "ñ",
  "Ω",
  "日",
  "本",
  "한",
  "א",
  "ع",
  "😀",
  "👍🏽",
  "𝒜",
  "ﬁ",
  "Å",
  "½",
  "\u00a0",
] as const;

const printableAscii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));

/**
 * The space of a text field, from its keywords: change a limit or a pattern in the model, and it moves. Control
 * characters are left out, as the contract knows nothing of them.
 */
export function textSpace(schema: WireSchema): TextSpace {
  const minLength = schema.minLength ?? 0;
  const maxLength = schema.maxLength ?? 1024;
  const patterns = [schema, ...(schema.allOf ?? [])].flatMap(({ pattern }) =>
    pattern === undefined ? [] : [new RegExp(pattern, "u")],
  );
  const isValid = (text: string): boolean =>
    text.length >= minLength && text.length <= maxLength && patterns.every((pattern) => pattern.test(text));
  const fits = (piece: string): boolean => patterns.every((pattern) => pattern.test(`a${piece}a`));
  const atEnd = (text: string): boolean => patterns.every((pattern) => pattern.test(`a${text}`));
  const pieces = oddPieces.filter(fits);
  const characters = [...printableAscii, ...beyondAscii].filter(fits);
  const plain = characters.filter((character) => /^[a-z0-9]$/.test(character));
  const texts = (length: number): fc.Arbitrary<string> => {
    if (length < 1 || characters.length === 0) return fc.constant("");
    const any = fc.constantFrom(...characters);
    const letters = fc.constantFrom(...(plain.length === 0 ? characters : plain));
    const run = fc.tuple(any, fc.integer({ min: 2, max: 6 })).map(([character, times]) => character.repeat(times));
    const piece = fc.oneof(
      { weight: 4, arbitrary: fc.array(letters, { minLength: 1, maxLength: 6 }).map((parts) => parts.join("")) },
      { weight: 3, arbitrary: any },
      { weight: 2, arbitrary: run },
      ...(pieces.length === 0 ? [] : [{ weight: 2, arbitrary: fc.constantFrom(...pieces) }]),
    );
    return fc
      .array(piece, { minLength: 1, maxLength: 8 })
      .map((parts) => cut(parts.join(""), length))
      .map((text) => (atEnd(text) ? text : `${cut(text, length - 1)}z`));
  };
  return { minLength, maxLength, isValid, texts };
}

/** At most so many UTF-16 units, without half a character at the end; the placeholder of a name stays ours. */
function cut(text: string, length: number): string {
  return text
    .replaceAll("{name}", "")
    .slice(0, Math.max(0, length))
    .toWellFormed()
    .replace(/\ufffd$/, "");
}
