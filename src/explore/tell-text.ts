/**
 * What a person would notice about a text, the most telling first; plain texts have nothing to tell.
 * @param isTail it stands behind another text, and so has no beginning of its own.
 */
export function tellText(text: string, isTail = false): string {
  const found = features.flatMap(({ pattern, tell }) => {
    const match = pattern.exec(isTail ? `x${text}` : text);
    return match === null ? [] : [tell(match)];
  });
  const unique = [...new Set(found)].slice(0, 3);
  const long = text.length > 64 ? [`${text.length} characters`] : [];
  const told = [...unique, ...long];
  return told.length === 0 ? JSON.stringify(shorten(text)) : `${told.join(", ")}: ${JSON.stringify(shorten(text))}`;
}

const names: Readonly<Record<string, string>> = {
  " ": "blanks",
  "-": "hyphens",
  _: "underscores",
  ".": "dots",
  "/": "slashes",
  "+": "plus signs",
  "%": "percent signs",
};
const numbers = ["", "", "two", "three", "four", "five", "six"];

const features: readonly { readonly pattern: RegExp; readonly tell: (match: RegExpExecArray) => string }[] = [
  {
    pattern: /([^a-z0-9])\1+/iu,
    tell: ([run, one = ""]) =>
      `${numbers[[...run].length] ?? [...run].length} ${names[one] ?? `times ${JSON.stringify(one)}`} in a row`,
  },
  { pattern: /%[0-9a-f]{2}/i, tell: ([code]) => `the percent escape ${code}` },
  { pattern: /&(#\d+|[a-z]+);/i, tell: ([entity]) => `the entity ${entity}` },
  {
    pattern: /[\u{10000}-\u{10ffff}]/u,
    tell: ([character]) => `${character}, a character outside of the Basic Multilingual Plane`,
  },
  { pattern: /\p{M}/u, tell: () => "a combining character" },
  { pattern: /[^\p{ASCII}]/u, tell: ([character]) => `${character}, a character beyond ASCII` },
  { pattern: /^ | $/, tell: () => "a blank at an end" },
  { pattern: / /, tell: () => "a blank" },
  { pattern: /[<>&"']/, tell: ([character]) => `the metacharacter ${character}` },
  { pattern: /[^a-z0-9 ]/iu, tell: ([character]) => `the character ${character}` },
  { pattern: /[A-Z]/, tell: () => "a capital letter" },
];

function shorten(text: string): string {
  const characters = [...text];
  if (characters.length <= 64) return text;
  return `${characters.slice(0, 40).join("")}…${characters.slice(-16).join("")}`;
}
