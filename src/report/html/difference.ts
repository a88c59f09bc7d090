/** A text in three parts: what both have at the start, what differs, and what both have at the end. */
export type Parts = readonly [start: string, middle: string, end: string];

/**
 * Where two texts differ, word by word; letter by letter where a single word differs in a small part of it. Texts with
 * nothing in common are all middle.
 */
export function difference(one: string, other: string): readonly [Parts, Parts] {
  const [first, second] = differing(words(one), words(other));
  const [, middle] = first;
  const [, otherMiddle] = second;
  if (!isWord(middle) || !isWord(otherMiddle)) return [first, second];
  const [inner, otherInner] = differing([...middle], [...otherMiddle]);
  const common = inner[0].length + inner[2].length;
  if (common * 2 < Math.max(middle.length, otherMiddle.length)) return [first, second];
  return [nested(first, inner), nested(second, otherInner)];
}

function words(text: string): readonly string[] {
  return text.match(/\s+|[\p{L}\p{N}_.+/=:-]+|[^\p{L}\p{N}_.+/=:\s-]/gu) ?? [];
}

const isWord = (text: string): boolean => words(text).length === 1;

function differing(one: readonly string[], other: readonly string[]): readonly [Parts, Parts] {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const cut = (pieces: readonly string[]): Parts => [
    pieces.slice(0, start).join(""),
    pieces.slice(start, pieces.length - end).join(""),
    pieces.slice(pieces.length - end).join(""),
  ];
  return [cut(one), cut(other)];
}

const nested = ([start, , end]: Parts, [innerStart, middle, innerEnd]: Parts): Parts => [
  start + innerStart,
  middle,
  innerEnd + end,
];

/** More marks than this in one answer mark nothing any more. */
const most = 6;

/**
 * The words of an answer that make it differ from what was expected: those to look for, and to mark, on the wire.
 * Only words that `wire` has are told.
 */
export function tellingWords(expected: string, actual: string, wire: string): readonly string[] {
  const candidates = [
    statusAndCode(expected, actual),
    [unquoted(actual)],
    [middleOf(expected, actual)],
    odd(expected, actual),
  ];
  for (const words of candidates) {
    const found = words.filter((word) => word.length > 2 && wire.includes(word));
    if (found.length > 0) return [...new Set(found)].slice(0, most);
  }
  return [];
}

/** `400 InvalidKey.Format` against `500 InternalError: …`: the status and the code, as far as they differ. */
function statusAndCode(expected: string, actual: string): readonly string[] {
  const wanted = expected.match(/^\d{3} [\w.]+(?: or [\w.]+)*/)?.[0].split(" ");
  const seen = actual.match(/^(?:HTTP )?(\d{3})(?:,? ([\w.]+))?/)?.slice(1) ?? [];
  return wanted === undefined ? [] : seen.filter((word) => word !== undefined && !wanted.includes(word));
}

const unquoted = (text: string): string => text.replace(/^"(.*)"$/su, "$1");

const middleOf = (expected: string, actual: string): string => difference(expected, actual)[1][1].trim();

/** Words of letters and digits, such as identifiers, that nobody expected. */
function odd(expected: string, actual: string): readonly string[] {
  const wanted = new Set(expected.split(/[\s",;()]+/));
  return actual.split(/[\s",;()]+/).filter((word) => /\d|[a-z][A-Z]|[./:=]/.test(word) && !wanted.has(word));
}
