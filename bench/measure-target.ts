import { type ConformanceOptions, completeOptions, defaults } from "../src/options.ts";
import { runConformance } from "../src/run.ts";
import { bareCalls, bareLoop } from "./bare-loop.ts";
import { type RecordedRequest, recording } from "./recorded-requests.ts";

/** What runs against one target took, beside the bare loop over the very requests that they sent. */
export interface Measured {
  readonly target: string;
  readonly cases: number;
  readonly requests: number;
  /** Seconds, the median of the rounds. */
  readonly suite: number;
  readonly bare: number;
}

/** @param rounds how often suite and bare loop are timed, in turn; a first round of each warms up and is not counted. */
export async function measureTarget(options: ConformanceOptions, rounds: number): Promise<Measured> {
  const complete = await completeOptions(options);
  const { concurrency } = defaults;
  const inProcess = complete.target.name === "mock";
  const suites: number[] = [];
  const bares: number[] = [];
  let cases = 0;
  let requests: readonly RecordedRequest[] = [];
  try {
    for (let round = 0; round <= rounds; round++) {
      const recorder = recording(complete.target.transport);
      // Recorded in the warm-up only, so that keeping the requests is no part of what is timed.
      const transport = round === 0 ? recorder.transport : complete.target.transport;
      const started = performance.now();
      const report = await runConformance({ ...complete, target: { ...complete.target, transport } });
      const suite = (performance.now() - started) / 1000;
      if (round === 0) requests = recorder.requests;
      cases = report.cases.length;
      const bare = inProcess
        ? await bareCalls(complete.target.transport, requests, concurrency)
        : await bareLoop(requests, concurrency);
      if (round === 0) continue;
      suites.push(suite);
      bares.push(bare);
    }
  } finally {
    await complete.target.close();
  }
  const name = [complete.target.name, complete.target.version].filter(Boolean).join(" ");
  return { target: name, cases, requests: requests.length, suite: median(suites), bare: median(bares) };
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
