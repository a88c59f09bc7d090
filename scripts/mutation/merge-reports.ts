import type { StrykerMutant, StrykerReport } from "./measured.ts";

/** Where the mutants of a report are that no test saw, as Stryker's `mutate` takes them: lines from 1, columns from 0. Pure. */
export function survivingRanges({ files }: StrykerReport): readonly string[] {
  const ranges = Object.entries(files).flatMap(([file, { mutants }]) =>
    mutants
      .filter(({ status }) => status === "Survived" || status === "NoCoverage")
      .map(({ location: { start, end } }) => `${file}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`),
  );
  return [...new Set(ranges)];
}

/** The report, with what became of the mutants that were run again: of the same sources, so a mutant is the same one. Pure. */
export function mergeReports(before: StrykerReport, again: StrykerReport): StrykerReport {
  const results = new Map(
    Object.entries(again.files).flatMap(([file, { mutants }]) =>
      mutants.map((mutant) => [identity(file, mutant), mutant]),
    ),
  );
  const files = Object.entries(before.files).map(([file, { source, mutants }]) => {
    const merged = mutants.map((mutant) => ({
      ...mutant,
      status: results.get(identity(file, mutant))?.status ?? mutant.status,
    }));
    return [file, { source, mutants: merged }] as const;
  });
  return { files: Object.fromEntries(files) };
}

function identity(file: string, { location: { start, end }, mutatorName, replacement }: StrykerMutant): string {
  return JSON.stringify([file, start.line, start.column, end.line, end.column, mutatorName, replacement]);
}
