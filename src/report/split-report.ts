/** How `json` writes a report: two blanks a level, so that these stand between its cases and nowhere else. */
const opening = Buffer.from('\n  "cases": [\n');
const ending = Buffer.from("\n    }");
const separator = Buffer.from(",\n");
const closing = Buffer.from("\n  ]");

/** Bytes of a case, or of all that is none: beyond it a report is read as a whole. */
const longest = 64 * 2 ** 20;

/** A report without its cases, and they. */
export interface SplitReport<T> {
  readonly document: object;
  readonly cases: readonly T[];
}

/**
 * Reads a report case by case, so that of a large one no more is held than what is taken of each.
 * @param take what is kept of a case; undefined for what is none.
 * @returns undefined for a text of another layout, for what is no JSON, and where something is no case.
 */
export function splitReport<T>(
  pieces: Iterable<Buffer>,
  take: (value: unknown) => T | undefined,
): SplitReport<T> | undefined {
  const text = new TextDecoder("utf-8", { fatal: true });
  const parse = (bytes: Uint8Array): unknown => JSON.parse(text.decode(bytes));
  const cases: T[] = [];
  let before: Buffer | undefined;
  let isPastCases = false;
  let rest: Buffer = Buffer.alloc(0);
  try {
    for (const piece of pieces) {
      rest = Buffer.concat([rest, piece]);
      if (rest.length > longest) return undefined;
      if (isPastCases) continue;
      if (before === undefined) {
        const at = rest.indexOf(opening);
        if (at < 0) continue;
        before = rest.subarray(0, at);
        rest = rest.subarray(at + opening.length);
      }
      // What follows an ending tells whether it is the last one.
      for (let end = rest.indexOf(ending); end >= 0; end = rest.indexOf(ending)) {
        const next = end + ending.length;
        if (rest.length < next + closing.length) break;
        const taken = take(parse(rest.subarray(0, next)));
        if (taken === undefined) return undefined;
        cases.push(taken);
        const isLast = rest.subarray(next, next + closing.length).equals(closing);
        if (!isLast && !rest.subarray(next, next + separator.length).equals(separator)) return undefined;
        rest = rest.subarray(next + (isLast ? closing.length : separator.length));
        isPastCases = isLast;
        if (isLast) break;
      }
    }
    if (before === undefined || !isPastCases) return undefined;
    const document = parse(Buffer.concat([before, Buffer.from('\n  "cases": []'), rest]));
    return typeof document === "object" && document !== null ? { document, cases } : undefined;
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof TypeError) return undefined;
    throw cause;
  }
}
