/** Runs of one character that are longer are written as a repetition. */
const longRun = /((.)\2{23,})/su;

/**
 * A text as an expression of Python. Whatever a target sent stays data: all but printable ASCII is escaped. The id of the
 * run in it becomes `RUN`, so that each run of the test has names of its own.
 */
export function pythonText(text: string, runId: string): string {
  const parts = text.split(runId).map(pieces);
  const all = parts.flatMap((part, index) => (index === 0 ? part : ["RUN", ...part]));
  return all.length === 0 ? '""' : all.join(" + ");
}

/** A text as a literal. */
export function pythonLiteral(text: string): string {
  return `"${escaped(text)}"`;
}

/** Bytes as an expression: as the text that they are, or in base64. */
export function pythonBytes(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes);
  const text = buffer.toString("latin1");
  return /^[\x20-\x7e\n]*$/.test(text) ? `b"${escaped(text)}"` : `base64.b64decode("${buffer.toString("base64")}")`;
}

/** A pattern as arguments of `re.search`. */
export function pythonPattern({ source, flags }: RegExp): string {
  // In Python a dollar sign also stands before a last line break.
  const pattern = source.replaceAll("\\/", "/").replace(/\$$/, "\\Z");
  const literal = pattern.includes('"') ? pythonLiteral(pattern) : `r"${pattern}"`;
  return flags.includes("i") ? `${literal}, %, re.IGNORECASE` : `${literal}, %`;
}

function pieces(part: string): readonly string[] {
  const [head = "", run, char = "", ...rest] = part.split(longRun);
  const plain = head === "" ? [] : [pythonLiteral(head)];
  if (run === undefined) return plain;
  const tail = rest.reduce((whole, one, index) => (index % 3 === 2 ? whole : whole + one), "");
  return [...plain, `${pythonLiteral(char)} * ${run.length / char.length}`, ...pieces(tail)];
}

function escaped(text: string): string {
  return [...text]
    .map((char) => {
      const code = char.codePointAt(0) ?? 0;
      if (char === '"' || char === "\\") return `\\${char}`;
      if (char === "\n") return "\\n";
      if (code >= 0x20 && code <= 0x7e) return char;
      return code > 0xffff ? `\\U${code.toString(16).padStart(8, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
    })
    .join("");
}
