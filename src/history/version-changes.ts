import semver from "semver";
import { UsageError } from "../errors.ts";
import type { VerdictKind } from "../model.ts";
import type { Standing } from "./first-bad.ts";

/** The verdicts of a version, by clause. */
export type Verdicts = Readonly<Record<string, VerdictKind>>;

/** How a clause came out in two versions. */
export interface Change {
  readonly clause: string;
  readonly before: VerdictKind;
  readonly after: VerdictKind;
}

const judged = new Set<VerdictKind | undefined>(["pass", "fail"]);

/** What passed and now fails; of one clause also what failed and now passes. */
export function changes(before: Verdicts, after: Verdicts, clause: string | undefined): readonly Change[] {
  return Object.entries(before).flatMap(([id, was]) => {
    const is = after[id];
    if (is === undefined || is === was || !judged.has(was) || !judged.has(is)) return [];
    return clause === id || (clause === undefined && is === "fail") ? [{ clause: id, before: was, after: is }] : [];
  });
}

/** Bad is what shows one of the changes, good what shows none of them. */
export function standingOf(now: Verdicts, changed: readonly Change[]): Standing {
  if (changed.some(({ clause, after }) => now[clause] === after)) return "bad";
  return changed.every(({ clause, before }) => now[clause] === before) ? "good" : "untestable";
}

/** The order of releases, for `toSorted`. */
export function compareVersions(a: string, b: string): number {
  return semver.compare(semver.coerce(a) ?? "0.0.0", semver.coerce(b) ?? "0.0.0");
}

/** The releases from one to another, both included. @throws {UsageError} where one is none, or they are the wrong way round. */
export function between(releases: readonly string[], good: string, bad: string): readonly string[] {
  const sorted = [...new Set([...releases, good, bad])].toSorted(compareVersions);
  const line = sorted.slice(sorted.indexOf(good), sorted.indexOf(bad) + 1);
  const missing = [good, bad].find((version) => !releases.includes(version));
  if (missing !== undefined)
    throw new UsageError(`Failed to bisect: the package index has no release ${missing}. Name one that it has.`);
  if (line.length < 2)
    throw new UsageError(`Failed to bisect: ${good} does not come before ${bad}. Name an earlier --good.`);
  return line;
}
