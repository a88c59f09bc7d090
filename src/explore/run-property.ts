import { setImmediate as nextTurn } from "node:timers/promises";
import fc from "fast-check";
import type { CaseResult, CaseRunner, Drive, Verdict } from "../model.ts";
import type { Property, Trial } from "./property.ts";
import { caseOf, findingId, summaryCase, summaryId } from "./random-case.ts";
import { seedOf, writeReplay } from "./replay.ts";
import { createTally } from "./tally.ts";

/** The random part of a run. */
export interface Exploration {
  readonly seed: number;
  /** The numbers of the first and the last run of each property, from 1. */
  readonly from: number;
  readonly to: number;
  /** How many requests it may take to make one finding smaller. */
  readonly shrinkRequests: number;
  /** Runs take turns; what is found is shown on all of them. */
  readonly drives: readonly Drive[];
  readonly signal: AbortSignal;
  readonly runCase: CaseRunner;
}

/** A failure on its way to its smallest form. */
interface Pursuit {
  readonly clause: string;
  readonly drive: Drive;
  requests: number;
  /** What became of the cases that were tried, by their steps. */
  readonly asked: Map<string, boolean>;
  smallest: { readonly result: CaseResult; readonly trial: Trial };
}

/**
 * Runs a property with new values each time, and yields each clause's first failure in its smallest form, and at last
 * the summary of what passed. Holds no result of a passed run. After a stop the summary says how many runs were made.
 */
export async function* runProperty(property: Property, exploration: Exploration): AsyncGenerator<CaseResult> {
  const { seed, from, to, signal } = exploration;
  const tally = createTally();
  const found = new Set<string>();
  let runs = 0;
  for (let run = from; run <= to && !signal.aborted; run++) {
    // What a run leaves behind is freed between turns of the event loop; a target in this process would leave none.
    await nextTurn();
    const finding = await oneRun(property, exploration, run, { found, tally });
    if (finding === "stopped") break;
    runs++;
    if (finding === undefined) continue;
    const { clause, path, requests } = finding;
    found.add(clause);
    tally.drop(clause);
    yield {
      ...finding.result,
      case: { ...finding.result.case, id: findingId(clause, property), title: `found by run ${run}: ${finding.title}` },
      random: {
        property: property.id,
        runs: run,
        replay: writeReplay({ seed, property: property.id, run, path }),
        shrinkRequests: requests,
      },
    };
  }
  yield {
    case: { ...summaryCase(property), title: `${runs} random cases: ${property.about}` },
    random: { property: property.id, runs },
    verdicts: tally.verdicts(),
    exchanges: [],
    disagreements: [],
  };
}

interface Memory {
  /** The clauses of this property that have their counterexample. */
  readonly found: ReadonlySet<string>;
  readonly tally: ReturnType<typeof createTally>;
}

interface Found {
  readonly clause: string;
  readonly title: string;
  readonly path: string;
  readonly requests: number;
  readonly result: CaseResult;
}

async function oneRun(
  property: Property,
  exploration: Exploration,
  run: number,
  { found, tally }: Memory,
): Promise<Found | "stopped" | undefined> {
  const { seed, shrinkRequests, drives, signal, runCase } = exploration;
  const selectedAs = summaryId(property);
  const usual = drives[run % drives.length] ?? "raw";
  let attempts = 0;
  let isStopped = false;
  let pursuit: Pursuit | undefined;

  const tried = (trial: Trial, some: readonly Drive[]): Promise<CaseResult> =>
    runCase(caseOf(property, `${property.id}-${run}-${attempts++}`, trial), { drives: some, selectedAs });

  const begin = async (trial: Trial): Promise<Pursuit | undefined> => {
    const result = await tried(trial, [usual]);
    // What a stop cut short, or what no request was left for, says nothing of the target.
    if (signal.aborted || result.verdicts.some(({ verdict }) => verdict === "not-run")) {
      isStopped = true;
      return undefined;
    }
    const failures = result.verdicts.filter(isFailure);
    const fresh = inOrderOfSteps(trial, failures).filter(({ clause }) => !found.has(clause));
    const passed = result.verdicts.filter((verdict) => !isFailure(verdict) && !found.has(verdict.clause));
    tally.add({ ...result, verdicts: passed });
    // What else fails where a rare failure shows again is, as far as can be told, of the same cause.
    const isKnown = failures.some(({ clause }) => found.has(clause) && tally.hasPassed(clause));
    const [first] = fresh;
    if (isKnown || first === undefined) return undefined;
    return { clause: first.clause, drive: first.drive, requests: 0, asked: new Map(), smallest: { result, trial } };
  };

  const stillFails = async (trial: Trial, wanted: Pursuit): Promise<boolean> => {
    // Several paths lead to one and the same case: it is sent once.
    const key = JSON.stringify(trial.steps);
    const known = wanted.asked.get(key);
    if (known !== undefined) return known;
    if (wanted.requests >= shrinkRequests || signal.aborted) return false;
    const result = await tried(trial, [wanted.drive]);
    wanted.requests += result.exchanges.length;
    const fails = result.verdicts.some((verdict) => isFailure(verdict) && verdict.clause === wanted.clause);
    wanted.asked.set(key, fails);
    if (fails) wanted.smallest = { result, trial };
    return fails;
  };

  const holds = async (trial: Trial): Promise<boolean> => {
    if (trial.steps.length === 0) return true;
    if (pursuit !== undefined) return !(await stillFails(trial, pursuit));
    pursuit = await begin(trial);
    return pursuit === undefined;
  };

  const { counterexamplePath, failed, errorInstance } = await fc.check(fc.asyncProperty(property.trials, holds), {
    seed: seedOf(seed, property.id, run),
    numRuns: 1,
  });
  if (errorInstance !== null && errorInstance !== undefined && pursuit === undefined) throw errorInstance;
  if (isStopped) return "stopped";
  if (!failed || pursuit === undefined) return undefined;
  const { clause, requests, smallest }: Pursuit = pursuit;
  const whole = drives.length > 1 && !signal.aborted ? await tried(smallest.trial, drives) : smallest.result;
  const isShown = whole.verdicts.some((verdict) => isFailure(verdict) && verdict.clause === clause);
  const result = isShown ? whole : smallest.result;
  // Other clauses that fail there too are found by runs of their own, and so have counterexamples of their own.
  const verdicts = result.verdicts.filter((verdict) => verdict.clause === clause);
  const disagreements = result.disagreements.filter((one) => one.clause === clause);
  return {
    clause,
    title: smallest.trial.title,
    path: counterexamplePath ?? "0",
    requests,
    result: { ...result, verdicts, disagreements },
  };
}

const isFailure = ({ verdict }: Verdict): boolean => verdict === "fail";

/** The failure of the earliest step first: what fails later may follow from it. */
function inOrderOfSteps({ steps, judgements }: Trial, failures: readonly Verdict[]): readonly Verdict[] {
  const placeOf = (verdict: Verdict): number => {
    const own = judgements.find(({ clause }) => clause === verdict.clause)?.steps.at(-1);
    const index = steps.findIndex(({ id }) => id === own);
    return index < 0 ? steps.length : index;
  };
  return failures.toSorted((one, other) => placeOf(one) - placeOf(other));
}
