/** What a version came to: as wanted, not as wanted, or nobody can tell. */
export type Standing = "good" | "bad" | "untestable";

export interface Found {
  /** The last version that is known to be good. */
  readonly good: string;
  /** The first one after it that is known to be bad. */
  readonly bad: string;
  /** Between them, and of no use: any of them may be the first. */
  readonly untestable: readonly string[];
}

/**
 * Halves a line of versions, the first of which is good and the last bad. A version that can't be tested is passed over for
 * its neighbours.
 * @param versions in their order, at least two.
 */
export async function firstBad(
  versions: readonly string[],
  probe: (version: string) => Promise<Standing>,
): Promise<Found> {
  let line = versions;
  const untestable = new Set<string>();
  for (;;) {
    const inner = line.slice(1, -1).filter((version) => !untestable.has(version));
    const middle = inner[Math.floor(inner.length / 2)];
    if (middle === undefined) {
      const [good = "", ...rest] = line;
      return { good, bad: rest.at(-1) ?? "", untestable: rest.slice(0, -1) };
    }
    const standing = await probe(middle);
    const at = line.indexOf(middle);
    if (standing === "untestable") untestable.add(middle);
    else line = standing === "good" ? line.slice(at) : line.slice(0, at + 1);
  }
}
