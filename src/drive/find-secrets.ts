/** Where in a text something stands: from, and up to. */
type Range = readonly [from: number, to: number];

/** A text whose escapes were read, and where each of its characters stood in the original; its end, too. */
interface Reading {
  readonly text: string;
  readonly at?: readonly number[];
}

/** How secrets may stand in a text when its escapes have been read. */
export interface Spellings {
  readonly plain: readonly string[];
  /** Base64 and hexadecimal that may hold one. */
  readonly base64: RegExp;
  readonly hexadecimal: RegExp;
}

/** Texts can be escaped again and again; nobody honest does so more often. */
const mostRounds = 4;
/** Escapes are read in so many characters from the start: of a longer text a report keeps less than this. */
const deepest = 128 * 1024;

const escapes =
  /%u([0-9a-f]{4})|%([0-9a-f]{2})|&#x0*([0-9a-f]{1,6});|&#0*(\d{1,7});|&(amp|lt|gt|quot|apos);|\\u([0-9a-f]{4})|\\x([0-9a-f]{2})|\\([0-3][0-7]{2})|\\(["'\\/])|\0/gi;
const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

export function spellingsOf(secrets: readonly string[]): Spellings {
  // As who takes UTF-8 for Latin-1 reads them, and as a form has them.
  const read = secrets.flatMap((secret) => [secret, Buffer.from(secret).toString("latin1")]);
  const plain = [...new Set(read.flatMap((secret) => [secret, secret.replaceAll(" ", "+")]))];
  // Encoded, nothing gets shorter. Longer runs than this are broken into lines.
  const least = Math.min(60, ...plain.map(({ length }) => length));
  return {
    plain,
    base64: new RegExp(`[\\w+/-]{${least},}(?:\\r?\\n[\\w+/-]+)*={0,2}`, "g"),
    hexadecimal: new RegExp(`[0-9a-f]{2}([ :-]?)(?:[0-9a-f]{2}\\1){${least - 2},}[0-9a-f]{2}`, "gi"),
  };
}

/**
 * Where secrets stand in a text, however a target is likely to spell them: percent-encoded, escaped for XML, JSON or a
 * program, also several times, in UTF-16, and in base64 and hexadecimal, which are found as a whole. In their order; none
 * overlaps another.
 */
export function secretsIn(text: string, spellings: Spellings): readonly Range[] {
  const found = [...rangesIn({ text }, spellings)];
  let reading: Reading | undefined = { text: text.slice(0, deepest) };
  for (let round = 0; round < mostRounds; round++) {
    reading = unescaped(reading);
    if (reading === undefined) break;
    found.push(...rangesIn(reading, spellings));
  }
  return merged(found);
}

/** Undefined where there is nothing to read. */
function unescaped({ text, at }: Reading): Reading | undefined {
  const places: number[] = [];
  let read = "";
  let from = 0;
  const copy = (to: number): void => {
    for (let index = from; index < to; index++) places.push(at?.[index] ?? index);
    read += text.slice(from, to);
  };
  for (const match of text.matchAll(escapes)) {
    copy(match.index);
    const char = meant(match);
    for (let unit = 0; unit < char.length; unit++) places.push(at?.[match.index] ?? match.index);
    read += char;
    from = match.index + match[0].length;
  }
  if (from === 0) return undefined;
  copy(text.length);
  places.push(at?.[text.length] ?? text.length);
  return { text: read, at: places };
}

function meant(match: RegExpMatchArray): string {
  const [, percentU, percent, hex, decimal, entity, unicode, byte, octal, itself] = match;
  const digits = percentU ?? percent ?? hex ?? unicode ?? byte;
  if (entity !== undefined) return entities[entity.toLowerCase()] ?? "";
  if (itself !== undefined) return itself;
  const code =
    digits !== undefined ? Number.parseInt(digits, 16) : Number.parseInt(decimal ?? octal ?? "", octal ? 8 : 10);
  // Of UTF-16 that was taken for bytes, every other one is none.
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
}

function* rangesIn({ text, at }: Reading, { plain, base64, hexadecimal }: Spellings): Generator<Range> {
  const range = (from: number, length: number): Range => [at?.[from] ?? from, at?.[from + length] ?? from + length];
  const holds = (bytes: Buffer): boolean => {
    const decoded = bytes.toString("latin1").replaceAll("\0", "");
    return plain.some((secret) => decoded.includes(secret));
  };
  for (const secret of plain)
    for (let from = text.indexOf(secret); from >= 0; from = text.indexOf(secret, from + secret.length))
      yield range(from, secret.length);
  for (const { 0: run, index } of text.matchAll(base64)) {
    const whole = run.replace(/\s/g, "");
    // Where it begins, nobody knows: other words may stand right before it.
    if ([0, 1, 2, 3].some((offset) => holds(Buffer.from(whole.slice(offset), "base64"))))
      yield range(index, run.length);
  }
  for (const { 0: run, index } of text.matchAll(hexadecimal)) {
    const whole = run.replace(/[ :-]/g, "");
    if ([0, 1].some((offset) => holds(Buffer.from(whole.slice(offset), "hex")))) yield range(index, run.length);
  }
}

function merged(ranges: readonly Range[]): readonly Range[] {
  const result: Range[] = [];
  for (const [from, to] of [...ranges].sort(([one], [other]) => one - other)) {
    const last = result.at(-1);
    if (last === undefined || from >= last[1]) result.push([from, to]);
    else result[result.length - 1] = [last[0], Math.max(last[1], to)];
  }
  return result;
}
