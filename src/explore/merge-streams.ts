/** What several streams yield, as it comes; at most `concurrency` of them run at a time. */
export async function* mergeStreams<T>(streams: readonly AsyncGenerator<T>[], concurrency: number): AsyncGenerator<T> {
  const waiting = [...streams];
  const running = new Map<AsyncGenerator<T>, Promise<{ stream: AsyncGenerator<T>; step: IteratorResult<T> }>>();
  const advance = (stream: AsyncGenerator<T>): void => {
    running.set(
      stream,
      stream.next().then((step) => ({ stream, step })),
    );
  };
  const startOne = (): void => {
    const next = waiting.shift();
    if (next !== undefined) advance(next);
  };
  for (let index = 0; index < concurrency; index++) startOne();
  while (running.size > 0) {
    const { stream, step } = await Promise.race(running.values());
    if (step.done) {
      running.delete(stream);
      startOne();
    } else {
      advance(stream);
      yield step.value;
    }
  }
}
