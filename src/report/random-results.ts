import type { RandomWish } from "../explore/random-part.ts";
import type { RandomFacts, Report, ReportedCase, RunFacts } from "./report.ts";

/** What was found at random comes when it is found; in the report it stands by its id. */
export function inOrder(results: readonly ReportedCase[]): readonly ReportedCase[] {
  const planned = results.filter(({ random }) => random === undefined);
  const random = results.filter((one) => one.random !== undefined);
  return [...planned, ...random.toSorted((one, other) => (one.id < other.id ? -1 : 1))];
}

/** How far the random part came. */
export function randomFacts(wish: RandomWish | undefined, results: readonly ReportedCase[]): Pick<RunFacts, "random"> {
  if (wish?.kind !== "runs") return {};
  const { from, to: wanted, shrinkRequests } = wish;
  const made = results.flatMap(({ random }) => (random?.replay === undefined ? (random?.runs ?? []) : []));
  const fewest = made.length === 0 ? 0 : Math.min(...made);
  return { random: { from, to: from + fewest - 1, wanted, shrinkRequests } };
}

/** The findings of the random part. */
export function randomFindings({ cases }: Pick<Report, "cases">): readonly ReportedCase[] {
  return cases.filter(
    ({ random, verdicts }) => random?.replay !== undefined && verdicts.some(({ verdict }) => verdict === "fail"),
  );
}

/** How much was tried at random and what came of it, in a line; undefined where nothing was. */
export function randomSentence(report: Pick<Report, "run" | "cases">): string | undefined {
  const { random, seed } = report.run;
  if (random === undefined) return undefined;
  const { from, to, wanted } = random;
  const properties = report.cases.filter((one) => one.random !== undefined && one.random.replay === undefined).length;
  const { length } = randomFindings(report);
  const found = length === 1 ? "1 finding" : `${length} findings`;
  const stopped = to < wanted ? `, stopped after run ${to}: ${howToGoOn(random, seed)}` : "";
  return `random: runs ${from} to ${wanted} of ${properties} properties, ${found}${stopped}`;
}

/** What runs a random finding again. */
export function replayOption({ random }: ReportedCase): string | undefined {
  return random?.replay === undefined ? undefined : `--replay ${random.replay}`;
}

/** For standard error: how a random part that was stopped is gone on with; empty where none was. */
export function stoppedNotice({ run: { random, seed } }: Pick<Report, "run">): string {
  if (random === undefined || random.to >= random.wanted) return "";
  return `The random part was stopped after run ${random.to}: ${howToGoOn(random, seed)}.\n`;
}

const howToGoOn = ({ to, wanted }: RandomFacts, seed: number): string =>
  `go on with --seed ${seed} --runs ${to + 1}-${wanted}`;
