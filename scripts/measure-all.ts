import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { FaultSign } from "../src/diagnose/sign.ts";

/** What each of some faults turns red in the whole suite, by the id of the fault. On all processors. */
export async function measureAll(
  faults: readonly { readonly id: string }[],
): Promise<ReadonlyMap<string, readonly FaultSign[]>> {
  const waiting = faults.map(({ id }) => id);
  const red = new Map<string, readonly FaultSign[]>();
  const work = async (): Promise<void> => {
    const worker = new Worker(new URL("./measure-worker.ts", import.meta.url));
    try {
      for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
        red.set(id, await answerOf(worker, id));
        console.error(`measured ${red.size} of ${faults.length}`);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return red;
}

function answerOf(worker: Worker, id: string): Promise<readonly FaultSign[]> {
  const { promise, resolve, reject } = Promise.withResolvers<readonly FaultSign[]>();
  worker.once("error", reject);
  worker.once("message", (red: readonly FaultSign[]) => {
    worker.off("error", reject);
    resolve(red);
  });
  worker.postMessage(id);
  return promise;
}
