import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";

/**
 * What a worker answers to each of some questions. On all processors.
 * @param file of the worker, beside this one: it is sent a question after the other, and answers each with a message.
 */
export async function measureAll<Answer>(
  file: string,
  questions: readonly string[],
): Promise<ReadonlyMap<string, Answer>> {
  const waiting = [...questions];
  const answers = new Map<string, Answer>();
  const work = async (): Promise<void> => {
    if (waiting.length === 0) return;
    const worker = new Worker(new URL(file, import.meta.url));
    try {
      for (let question = waiting.shift(); question !== undefined; question = waiting.shift()) {
        answers.set(question, await answerOf<Answer>(worker, question));
        console.error(`measured ${answers.size} of ${questions.length}`);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return answers;
}

function answerOf<Answer>(worker: Worker, question: string): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  worker.once("error", reject);
  worker.once("message", (answer: Answer) => {
    worker.off("error", reject);
    resolve(answer);
  });
  worker.postMessage(question);
  return promise;
}
