import { UsageError } from "../errors.ts";
import type { Report } from "./report.ts";

/** A report, and what its user calls it: a file, or a target. */
export interface Named {
  readonly name: string;
  readonly report: Report;
}

/** What reports may have to agree in. */
export const facets = {
  contract: { of: ({ contract }) => contract.sha256.slice(0, 12), words: "contracts" },
  target: { of: ({ target }) => [target.name, target.version].filter(Boolean).join(" "), words: "targets" },
  authority: { of: ({ run }) => run.authority, words: "authorities" },
  seed: { of: ({ run }) => String(run.seed), words: "seeds" },
  regions: { of: ({ run }) => run.regions.join(","), words: "Regions" },
  level: { of: ({ run }) => run.level, words: "gating levels" },
  asOf: { of: ({ run }) => run.asOf ?? "today", words: "versions that they are pinned to" },
} as const satisfies Readonly<Record<string, { of(report: Report): string; readonly words: string }>>;

/** @throws {UsageError} for the first facet in which two of the reports differ, naming both. */
export function mustAgree(
  doing: string,
  reports: readonly Named[],
  names: readonly (keyof typeof facets)[],
  advice: string,
): void {
  const [first, ...rest] = reports;
  if (first === undefined) return;
  for (const name of names) {
    const { of, words } = facets[name];
    const other = rest.find(({ report }) => of(report) !== of(first.report));
    if (other !== undefined) {
      throw new UsageError(
        `Failed to ${doing} ${first.name} and ${other.name}: they are of different ${words}, ${of(first.report)} and ${of(other.report)}. ${advice}`,
      );
    }
  }
}
