import { Presets, SingleBar } from "cli-progress";
import type { VerdictKind } from "../model.ts";

/** A bar on standard error, if that is a terminal; nothing elsewhere. */
export function createProgress(): { onCase(done: number, all: number, verdict: VerdictKind): void; stop(): void } {
  if (!process.stderr.isTTY) return { onCase: () => undefined, stop: () => undefined };
  let failed = 0;
  const bar = new SingleBar(
    {
      format: "{bar} {value}/{total} cases · {failed} deviate · {eta_formatted} left",
      clearOnComplete: true,
      hideCursor: true,
      stream: process.stderr,
    },
    Presets.shades_classic,
  );
  return {
    onCase(done, all, verdict) {
      if (verdict === "fail") failed++;
      if (done === 1) bar.start(all, 0, { failed });
      bar.update(done, { failed });
    },
    stop: () => bar.stop(),
  };
}
