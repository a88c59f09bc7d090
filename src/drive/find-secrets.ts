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
  readonly encodings: readonly Encoding[];
}

interface Encoding {
  /** What is long enough to hold a secret. */
  readonly runs: RegExp;
  /** As the secrets are spelled. */
  normal(run: string): string;
  readonly secrets: readonly string[];
}

/** Texts can be escaped again and again; nobody honest does so more often. */
const mostRounds = 4;
/** Escapes are read in so many characters from the start. Where a secret is found there, the rest is hidden, too. */
const deepest = 256 * 1024;

const escapes =
  /%u([0-9a-f]{4})|%([0-9a-f]{2})|&#x0*([0-9a-f]{1,6});|&#0*(\d{1,7});|&(amp|lt|gt|quot|apos);|\\u([0-9a-f]{4})|\\x([0-9a-f]{2})|\\([0-3][0-7]{2})|\\(["'\\/])|\0/gi;
const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

export function spellingsOf(secrets: readonly string[]): Spellings {
  // As who takes UTF-8 for Latin-1 reads them, and as a form has them.
  const read = secrets.flatMap((secret) => [secret, Buffer.from(secret).toString("latin1")]);
  const plain = [...new Set(read.flatMap((secret) => [secret, secret.replaceAll(" ", "+")]))];
  // Encoded, nothing gets shorter. Longer runs than this are broken into lines.
  const least = Math.min(60, ...secrets.map(({ length }) => length));
  const bytes = secrets.flatMap(bytesOf);
  return {
    plain,
    encodings: [
      {
        runs: new RegExp(`[\\w+/-]{${least},}(?:\\r?\\n[\\w+/-]+)*={0,2}`, "g"),
        normal: (run) => run.replace(/[\s_-]/g, (char) => ({ "-": "+", _: "/" })[char] ?? ""),
        secrets: bytes.flatMap(base64sOf),
      },
      {
        runs: new RegExp(`[0-9a-f]{2}([ :-]?)(?:[0-9a-f]{2}\\1){${Math.max(0, least - 2)},}[0-9a-f]{2}`, "gi"),
        normal: (run) => run.replace(/[ :-]/g, "").toLowerCase(),
        secrets: bytes.map((one) => one.toString("hex")),
      },
    ],
  };
}

/** In UTF-8, and in UTF-16 of both orders. */
function bytesOf(secret: string): readonly Buffer[] {
  const utf16 = Buffer.from(secret, "utf16le");
  return [Buffer.from(secret), utf16, Buffer.from(utf16).swap16()];
}

/** What bytes become inside longer ones: only the characters of base64 that no neighbour has a part in. */
function base64sOf(bytes: Buffer): readonly string[] {
  return [0, 1, 2].map((offset) => {
    const whole = Buffer.concat([Buffer.alloc(offset), bytes]);
    return whole.toString("base64").slice(Math.ceil((offset * 8) / 6), Math.floor((whole.length * 8) / 6));
  });
}

/**
 * Where secrets stand in a text, however a target is likely to spell them: percent-encoded, escaped for XML, JSON or a
 * program, also several times, in UTF-16, and in base64 and hexadecimal, which are found as a whole. In their order; none
 * overlaps another.
 */
export function secretsIn(text: string, spellings: Spellings): readonly Range[] {
  const start = text.slice(0, deepest);
  if (!isThere(text, spellings) && !isEscaped(start, spellings)) return [];
  const found = [...rangesIn({ text }, spellings)];
  if (text.length > deepest) found.push([deepest, text.length]);
  let reading: Reading | undefined = { text: start };
  for (let round = 0; round < mostRounds; round++) {
    reading = unescaped(reading);
    if (reading === undefined) break;
    found.push(...rangesIn(reading, spellings));
  }
  return merged(found);
}

/** Where no secret stands, as in all that is honest, nothing else has to be known of a text. */
function isThere(text: string, spellings: Spellings): boolean {
  return !rangesIn({ text }, spellings).next().done;
}

function isEscaped(text: string, spellings: Spellings): boolean {
  let read = text;
  for (let round = 0; round < mostRounds; round++) {
    const next = read.replace(escapes, (...match: string[]) => meant(match));
    if (next === read) return false;
    if (isThere(next, spellings)) return true;
    read = next;
  }
  return false;
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

function meant(match: readonly (string | undefined)[]): string {
  const [, percentU, percent, hex, decimal, entity, unicode, byte, octal, itself] = match;
  const digits = percentU ?? percent ?? hex ?? unicode ?? byte;
  if (entity !== undefined) return entities[entity.toLowerCase()] ?? "";
  if (itself !== undefined) return itself;
  const code =
    digits !== undefined ? Number.parseInt(digits, 16) : Number.parseInt(decimal ?? octal ?? "", octal ? 8 : 10);
  // Of UTF-16 that was taken for bytes, every other one is none.
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
}

function* rangesIn({ text, at }: Reading, { plain, encodings }: Spellings): Generator<Range> {
  const range = (from: number, length: number): Range => [at?.[from] ?? from, at?.[from + length] ?? from + length];
  for (const secret of plain)
    for (let from = text.indexOf(secret); from >= 0; from = text.indexOf(secret, from + secret.length))
      yield range(from, secret.length);
  for (const { runs, normal, secrets } of encodings)
    for (const { 0: run, index } of text.matchAll(runs)) {
      const whole = normal(run);
      if (secrets.some((secret) => whole.includes(secret))) yield range(index, run.length);
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
