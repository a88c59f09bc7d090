import { difference } from "./difference.ts";

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
