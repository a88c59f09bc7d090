import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textSpace } from "./text-space.ts";

const schemas = {
  "a length": { type: "string", maxLength: 20 },
  "a pattern": { type: "string", maxLength: 30, pattern: "^[\\x20-\\x7E]*$" },
  "two patterns": {
    type: "string",
    maxLength: 30,
    pattern: "^[a-z .-]+$",
    allOf: [{ type: "string", pattern: "^\\S(.*\\S)?$" }],
  },
} as const;

test.for(Object.entries(schemas))("law: with %s, whatever is drawn may stand behind a valid text", ([_, schema]) => {
  const space = textSpace(schema);
  fc.assert(
    fc.property(space.texts(schema.maxLength - 1), (text) => {
      expect(space.isValid(`a${text}`)).toBe(true);
    }),
  );
});

describe("the space", () => {
  const drawn = (schema: object, length = 24): readonly string[] =>
    fc.sample(textSpace(schema).texts(length), { numRuns: 400, seed: 7 });

  test("is as long as it may be", () => {
    expect(Math.max(...drawn({ maxLength: 255 }, 24).map(({ length }) => length))).toBe(24);
    expect(Math.max(...drawn({ maxLength: 255 }, 5).map(({ length }) => length))).toBe(5);
  });

  test("holds nothing where there is no room", () => {
    expect(new Set(drawn({}, 0))).toEqual(new Set([""]));
  });

  test("has runs, blanks and what other layers decode", () => {
    const texts = drawn({});
    for (const odd of [/([^a-z0-9])\1/i, / /, /%[0-9a-f]{2}/i, /&(amp|lt|#\d+);/, /\p{M}/u, /[\u{10000}-\u{10ffff}]/u])
      expect(texts.filter((text) => odd.test(text)).length, String(odd)).toBeGreaterThan(3);
  });

  test("moves with the pattern", () => {
    expect(drawn({ pattern: "^[a-c]+$" }).every((text) => /^[a-c]+$/.test(text))).toBe(true);
  });

  test("never holds the placeholder of a name, nor half a character", () => {
    expect(drawn({}).filter((text) => text.includes("{name}") || !text.isWellFormed())).toEqual([]);
  });
});
