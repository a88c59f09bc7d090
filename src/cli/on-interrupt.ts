/** Ctrl-C, and the polite signal of process managers, as an abort: the run then cleans up and reports. */
export function onInterrupt(): { readonly signal: AbortSignal; dispose(): void } {
  const controller = new AbortController();
  const stop = (): void => {
    // A second Ctrl-C is for those who can't wait.
    if (controller.signal.aborted) process.exit(130);
    process.stderr.write("\nStopping: what is under way is cleaned up and reported. Ctrl-C again leaves at once.\n");
    controller.abort();
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  return {
    signal: controller.signal,
    dispose() {
      process.off("SIGINT", stop);
      process.off("SIGTERM", stop);
    },
  };
}
