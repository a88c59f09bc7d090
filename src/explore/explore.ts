import fc from "fast-check";
import { UsageError } from "../errors.ts";
import type { CaseResult } from "../model.ts";
import { mergeStreams } from "./merge-streams.ts";
import type { Property, Trial } from "./property.ts";
import { caseOf, findingId, summaryId } from "./random-case.ts";
import type { RandomPart } from "./random-part.ts";
import { type Replay, seedOf, writeReplay } from "./replay.ts";
import { type Exploration, runProperty } from "./run-property.ts";

type Means = Pick<Exploration, "drives" | "signal" | "runCase">;

/**
 * The random part of a run. Properties run side by side; each yields what it finds when it finds it, and its summary at
 * its end.
 * @throws {UsageError} where the case to replay does not exist.
 */
export async function* explore(part: RandomPart, means: Means, concurrency: number): AsyncGenerator<CaseResult> {
  const { wish, properties, seed } = part;
  if (wish.kind === "replay") yield await replayed(properties, wish.replay, means);
  else
    yield* mergeStreams(
      properties.map((property) => runProperty(property, { ...wish, ...means, seed })),
      concurrency,
    );
}

/** Runs one random case again, on all drives. */
async function replayed(properties: readonly Property[], replay: Replay, means: Means): Promise<CaseResult> {
  const { property: id, run } = replay;
  const { drives, runCase } = means;
  const property = properties.find((one) => one.id === id);
  const trial = property && (await trialOf(property, replay));
  if (property === undefined || trial === undefined) {
    const known = properties.map((one) => one.id).join(", ");
    const why = property === undefined ? `there is no such property; there are ${known}` : "its path leads nowhere";
    throw new UsageError(`Failed to replay ${writeReplay(replay)}: ${why}. Copy it from the report of this contract.`);
  }
  const result = await runCase(caseOf(property, `${id}-${run}-0`, trial), { drives, selectedAs: summaryId(property) });
  const failed = result.verdicts.find(({ verdict }) => verdict === "fail");
  return {
    ...result,
    case: {
      ...result.case,
      id: failed === undefined ? summaryId(property) : findingId(failed.clause, property),
      title: `run ${run} again: ${trial.title}`,
    },
    random: { property: id, runs: 1, replay: writeReplay(replay) },
  };
}

async function trialOf(property: Property, { seed, run, path }: Replay): Promise<Trial | undefined> {
  let found: Trial | undefined;
  const take = async (trial: Trial): Promise<void> => {
    // Behind the case that the path leads to, fast-check goes on to its neighbours.
    found ??= trial;
  };
  try {
    await fc.check(fc.asyncProperty(property.trials, take), {
      seed: seedOf(seed, property.id, run),
      path,
      numRuns: 1,
      endOnFailure: true,
    });
  } catch {
    // fast-check throws where the path leads nowhere.
    return undefined;
  }
  return found;
}
