/** One entry of a file of known deviations: `spec/schema/known.schema.json`. */
export interface KnownDeviation {
  readonly clause: string;
  /** Exactly these cases fail; without it, all that are judged. */
  readonly case?: string | readonly string[];
  readonly target?: string;
  /** A semver range. */
  readonly versions?: string;
  readonly reason: string;
  readonly link?: string;
  /** ISO date. */
  readonly review: string;
  readonly flaky?: boolean;
}

/** The cases of an entry; undefined where it speaks of all. */
export function casesOf({ case: cases }: KnownDeviation): readonly string[] | undefined {
  return cases === undefined ? undefined : [cases].flat();
}
