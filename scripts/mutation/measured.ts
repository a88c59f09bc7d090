/** How a mutant ended, in Stryker's words. */
export type Status = "Killed" | "Timeout" | "Survived" | "NoCoverage" | "RuntimeError" | "CompileError" | "Ignored";

/** What is used of Stryker's JSON report. */
export interface StrykerReport {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly StrykerMutant[] }>>;
}

export interface StrykerMutant {
  readonly mutatorName: string;
  readonly replacement: string;
  readonly status: Status;
  readonly location: { readonly start: Position; readonly end: Position };
}

/** Both count from 1. */
interface Position {
  readonly line: number;
  readonly column: number;
}

/** A mutant that no test saw. */
export interface Survivor {
  readonly file: string;
  readonly line: number;
  readonly mutator: string;
  readonly original: string;
  readonly replacement: string;
}

/** What came of the mutants of an area. */
export interface Measured {
  readonly area: string;
  /** ISO 8601, the day. */
  readonly date: string;
  readonly killed: number;
  readonly timeouts: number;
  readonly survived: number;
  /** No test reached them: they survived, too. */
  readonly uncovered: number;
  /** They could not be run: they neither count as killed nor as survivors. */
  readonly errors: number;
  /** Left out by a comment in the source, with its reason. */
  readonly ignored: number;
  readonly survivors: readonly Survivor[];
}

/** The figures of Stryker's report. Pure. */
export function measure(area: string, date: string, { files }: StrykerReport): Measured {
  const mutants = Object.entries(files).flatMap(([file, { source, mutants: all }]) => {
    const lines = source.split("\n");
    return all.map(({ mutatorName, replacement, status, location }) => ({
      status,
      survivor: {
        file,
        line: location.start.line,
        mutator: mutatorName,
        original: excerpt(lines, location.start, location.end),
        replacement,
      },
    }));
  });
  const count = (...wanted: readonly Status[]) => mutants.filter(({ status }) => wanted.includes(status)).length;
  return {
    area,
    date,
    killed: count("Killed"),
    timeouts: count("Timeout"),
    survived: count("Survived"),
    uncovered: count("NoCoverage"),
    errors: count("RuntimeError", "CompileError"),
    ignored: count("Ignored"),
    survivors: mutants
      .filter(({ status }) => status === "Survived" || status === "NoCoverage")
      .map(({ survivor }) => survivor)
      .sort((one, other) => (one.file < other.file ? -1 : one.file > other.file ? 1 : one.line - other.line)),
  };
}

function excerpt(lines: readonly string[], start: Position, end: Position): string {
  const text = lines.slice(start.line - 1, end.line).join("\n");
  const cut = (lines[end.line - 1] ?? "").length - (end.column - 1);
  return text.slice(start.column - 1, text.length - cut);
}
