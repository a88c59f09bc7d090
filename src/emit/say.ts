import { oneLine } from "../report/escape.ts";

/** Runs of one character that are longer are written as a repetition. */
const longRun = /((.)\2{23,})/su;

/** A piece of a text: itself, or code that gives it. */
type Piece = { readonly kind: "text" | "code"; readonly is: string };

/**
 * A text as an expression of TypeScript. Whatever a target sent stays data: all but printable ASCII is escaped. The id of
 * the run in it becomes `run`, so that each run of the test has names of its own.
 */
export function say(text: string, runId: string): string {
  const pieces = text
    .split(runId)
    .flatMap((part, index): Piece[] => [
      ...(index === 0 ? [] : [{ kind: "code", is: "run" } as const]),
      ...shorten(part),
    ]);
  const [first = { kind: "text", is: "" }, ...more] = pieces;
  if (more.length === 0) return first.kind === "code" ? first.is : quoted(first.is);
  return `\`${pieces.map(({ kind, is }) => (kind === "code" ? `\${${is}}` : escaped(is, /[`\\]|\$(?=\{)/g))).join("")}\``;
}

function shorten(part: string): readonly Piece[] {
  const [head = "", run, char = "", ...rest] = part.split(longRun);
  const plain: readonly Piece[] = head === "" ? [] : [{ kind: "text", is: head }];
  if (run === undefined) return plain;
  const repeated: Piece = { kind: "code", is: `${quoted(char)}.repeat(${run.length / char.length})` };
  return [
    ...plain,
    repeated,
    ...shorten(rest.reduce((whole, one, index) => (index % 3 === 2 ? whole : whole + one), "")),
  ];
}

/** A text as a literal. */
export function quoted(text: string): string {
  return `"${escaped(text, /["\\]/g)}"`;
}

function escaped(text: string, special: RegExp): string {
  return text
    .replace(special, "\\$&")
    .replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** A comment of one line, whatever is in the text. */
export function comment(text: string, longest = 300): string {
  return `// ${oneLine(text, longest)}`;
}
