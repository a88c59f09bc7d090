import type { Verdicts } from "../history/version-changes.ts";

/**
 * Which release of a line to try next, so that few of them tell when what changed: first the last of each series (`5.1`),
 * the newest series first; then the first of each; then the middle between two neighbours that do not do the same, until
 * nothing lies between those. Pure.
 * @param releases the oldest first.
 * @param tried the verdicts of those that were tried; undefined of one that could not be tested.
 * @returns undefined when nothing is left to try.
 */
export function nextRelease(
  releases: readonly string[],
  tried: ReadonlyMap<string, Verdicts | undefined>,
): string | undefined {
  const series = [...Map.groupBy(releases, seriesOf).values()].toReversed();
  const ends = [...series.map((members) => members.at(-1)), ...series.map((members) => members[0])];
  const end = ends.find((version) => version !== undefined && !tried.has(version));
  return end ?? betweenUnlike(releases, tried);
}

function seriesOf(version: string): string {
  return version.split(".").slice(0, 2).join(".");
}

/** The middle of the releases that were not tried between two that differ, the newest two first. */
function betweenUnlike(
  releases: readonly string[],
  tried: ReadonlyMap<string, Verdicts | undefined>,
): string | undefined {
  let later: Verdicts | undefined;
  let between: string[] = [];
  for (const version of releases.toReversed()) {
    if (!tried.has(version)) between.push(version);
    const verdicts = tried.get(version);
    if (verdicts === undefined) continue;
    const middle = between[Math.floor(between.length / 2)];
    if (later !== undefined && middle !== undefined && differ(verdicts, later)) return middle;
    later = verdicts;
    between = [];
  }
  return undefined;
}

function differ(one: Verdicts, other: Verdicts): boolean {
  return Object.entries(one).some(([id, verdict]) => other[id] !== verdict);
}
