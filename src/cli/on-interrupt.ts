import { oneLine } from "../report/escape.ts";
import { exitCodes } from "../report/exit-code.ts";

/** Ctrl-C, the polite signal of process managers, and that of a terminal that is closed. */
export const stopSignals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * A polite signal as an abort: the run then cleans up and reports.
 * @param made the names of what was made and not yet deleted, for who can't wait.
 */
export function onInterrupt(made: () => readonly string[] = () => []): {
  readonly signal: AbortSignal;
  dispose(): void;
} {
  const controller = new AbortController();
  const stop = (): void => {
    // A second Ctrl-C is for those who can't wait.
    if (controller.signal.aborted) {
      const names = made();
      const list =
        names.length === 0 ? "" : ` Not seen to be deleted: ${names.map((name) => oneLine(name)).join(", ")}.`;
      process.stderr.write(`Left at once: what has ec2c- in its name may be left at the target.${list}\n`);
      process.exit(exitCodes.interrupted);
    }
    process.stderr.write("\nStopping: what is under way is cleaned up and reported. Ctrl-C again leaves at once.\n");
    controller.abort();
  };
  const hangUp = (): void => {
    // The terminal is gone: what can't be written there must not end the cleanup.
    for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
    if (!controller.signal.aborted) stop();
  };
  const handlers = { SIGINT: stop, SIGTERM: stop, SIGHUP: hangUp } satisfies Record<
    (typeof stopSignals)[number],
    () => void
  >;
  for (const name of stopSignals) process.on(name, handlers[name]);
  return {
    signal: controller.signal,
    dispose() {
      for (const name of stopSignals) process.off(name, handlers[name]);
    },
  };
}
