import type { RandomWish } from "../explore/random-part.ts";
import type { ReportedCase, RunFacts } from "./report.ts";

/** What was found at random comes when it is found; in the report it stands by its id. */
export function inOrder(results: readonly ReportedCase[]): readonly ReportedCase[] {
  const [random, planned] = [true, false].map((is) => results.filter((one) => (one.random !== undefined) === is));
  return [...(planned ?? []), ...(random ?? []).toSorted((one, other) => (one.id < other.id ? -1 : 1))];
}

/** How far the random part came. */
export function randomFacts(wish: RandomWish | undefined, results: readonly ReportedCase[]): Pick<RunFacts, "random"> {
  if (wish?.kind !== "runs") return {};
  const { from, to, shrinkRequests } = wish;
  const summaries = results.flatMap(({ random }) =>
    random !== undefined && random.replay === undefined ? random : [],
  );
  const fewest = Math.min(...summaries.map(({ runs }) => runs), to - from + 1);
  return { random: { from, to: summaries.length === 0 ? from - 1 : from + fewest - 1, wanted: to, shrinkRequests } };
}
