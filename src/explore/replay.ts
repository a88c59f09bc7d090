import { UsageError } from "../errors.ts";

/** A single random case: of which seed and property, the number of its run, and the path of its shrinking. */
export interface Replay {
  readonly seed: number;
  readonly property: string;
  readonly run: number;
  readonly path: string;
}

/** `SEED:property/run/path`, as reports give it. */
export function writeReplay({ seed, property, run, path }: Replay): string {
  return `${seed}:${property}/${run}/${path}`;
}

/** @throws {UsageError} for what no report ever gave. */
export function readReplay(text: string): Replay {
  const match = /^(\d+):([a-z][a-z-]*)\/([1-9]\d*)\/(\d+(?::\d+)*)$/.exec(text);
  const [, seed, property = "", run, path = ""] = match ?? [];
  if (match === null || !Number.isSafeInteger(Number(seed)) || !Number.isSafeInteger(Number(run)))
    throw new UsageError(
      `Failed to replay ${text}: it is no random case. Write it as reports do: SEED:property/run/path.`,
    );
  return { seed: Number(seed), property, run: Number(run), path };
}

/** The seed of one run of a property, so that any run can be made without those before it: 32 bits of FNV-1a. */
export function seedOf(seed: number, property: string, run: number): number {
  let hash = 0x811c9dc5;
  for (const unit of new TextEncoder().encode(`${seed}/${property}/${run}`)) hash = Math.imul(hash ^ unit, 0x01000193);
  return hash | 0;
}
