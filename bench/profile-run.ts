import { Session } from "node:inspector/promises";
import { completeOptions } from "../src/options.ts";
import { runConformance } from "../src/run.ts";

/** Whose code had the processor, as a share of all samples. */
export interface Share {
  readonly whose: string;
  readonly share: number;
}

const owners: readonly (readonly [pattern: RegExp, whose: string])[] = [
  [
    /node_modules\/@smithy\/signature-v4|src\/drive\/sign\.ts|src\/wire\/sha256\.ts/,
    "signatures (the SDK's signer, on both sides)",
  ],
  [/node_modules\/@(aws-sdk|smithy)\//, "the AWS SDK"],
  [/src\/(mock\/|actions\/[^/]+\/reference\/)/, "the reference emulator"],
  [/src\/(drive|target)\//, "driving: requests, time limits, redaction"],
  [/src\/(judge\/|observe\.ts|actions\/)|node_modules\/saxes|src\/wire\//, "reading and judging"],
  [/src\/report\//, "the report"],
];

/**
 * Runs the suite against the reference in this process, and tells whose code had the processor. What Node does for
 * somebody (requests, streams, hashes) is his.
 */
export async function profileRun(rounds: number): Promise<readonly Share[]> {
  const options = await completeOptions({ target: "mock" });
  await runConformance(options);
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.start");
  for (let round = 0; round < rounds; round++) await runConformance(options);
  const { profile } = await session.post("Profiler.stop");
  session.disconnect();
  const callers = new Map(profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const nodes = new Map(profile.nodes.map((node) => [node.id, node.callFrame]));
  const ownerOf = (id: number | undefined): string => {
    const frame = id === undefined ? undefined : nodes.get(id);
    if (frame === undefined) return "Node's own turns: streams, promises, timers";
    if (frame.functionName === "(garbage collector)") return "the garbage collector";
    if (frame.functionName === "(idle)") return "nobody";
    const [, whose] = owners.find(([pattern]) => pattern.test(frame.url)) ?? [];
    if (whose !== undefined) return whose;
    return frame.url.startsWith("file:") ? "the rest of ours" : ownerOf(callers.get(id as number));
  };
  const taken = new Map<string, number>();
  for (const [index, id] of (profile.samples ?? []).entries()) {
    const whose = ownerOf(id);
    taken.set(whose, (taken.get(whose) ?? 0) + (profile.timeDeltas?.[index] ?? 0));
  }
  taken.delete("nobody");
  const all = [...taken.values()].reduce((sum, one) => sum + one, 0);
  return [...taken]
    .map(([whose, time]) => ({ whose, share: time / all }))
    .sort((one, other) => other.share - one.share);
}
