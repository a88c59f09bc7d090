import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ConformanceOptions, completeOptions } from "../options.ts";
import { createRecorder } from "../recordings/create-recorder.ts";
import { openRecordingFolder } from "../recordings/write-recording.ts";
import type { Report } from "../report/report.ts";
import { runConformance } from "../run.ts";
import { contract } from "./observations.ts";
import { quickClock } from "./quick-clock.ts";

/** A folder of its own, and how it goes away again. */
export function temporaryFolder(name: string): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), `${name}-`));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A real run that is recorded into a folder. */
export async function record(dir: string, options: ConformanceOptions): Promise<Report> {
  const folder = openRecordingFolder(dir);
  const recorder = createRecorder();
  const complete = await completeOptions({ contract, ...options });
  try {
    const report = await runConformance({ ...complete, clock: quickClock, tape: recorder, keys: folder.keys });
    folder.write(recorder, report, complete.target);
    return report;
  } finally {
    await complete.target.close();
  }
}
