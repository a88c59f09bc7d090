import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { faults } from "../actions/import-key-pair/faults/faults.ts";
import { createMock, type Mock } from "../mock/create-mock.ts";
import { type ConformanceOptions, completeOptions } from "../options.ts";
import { createRecorder } from "../recordings/create-recorder.ts";
import { openRecordingFolder } from "../recordings/write-recording.ts";
import type { Report } from "../report/report.ts";
import { runConformance } from "../run.ts";
import { contract } from "./observations.ts";
import { quickClock } from "./quick-clock.ts";

/** The reference emulator with these faults. */
export function mockWith(...ids: readonly string[]): Mock {
  const chosen = faults.filter(({ id }) => ids.includes(id));
  if (chosen.length !== ids.length) throw new Error(`not all of these are faults: ${ids.join(", ")}`);
  return createMock({ faults: chosen });
}

/** The plan with one of its many resource types of tags: what a law asks of every case, it asks of each kind of case. */
export const ofEachKind = { skip: ["B6JX-[!k]*"] } as const;

/**
 * A fifth of the plan, of nearly every area: for laws of what is made of a run, however long it is. Ids of cases only, as
 * what names a clause may select all cases.
 */
export const aFifth = { only: ["*-ed25519*", "N*-*", "Q*-*", "G*-*", "J*-*"] } as const;

/** Both ways to say a request; what does not ask for them is said by the quicker one. */
export const bothDrives = { drives: ["raw", "sdk"] } as const;

/** A real run, through all stages. */
export async function run(options: ConformanceOptions): Promise<Report> {
  const complete = await completeOptions({ contract, drives: ["raw"], ...options });
  try {
    return await runConformance({ ...complete, clock: quickClock });
  } finally {
    await complete.target.close();
  }
}

/** A folder of its own, and how it goes away again. */
export function temporaryFolder(name: string): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), `${name}-`));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A real run that is recorded into a folder. */
export async function record(dir: string, options: ConformanceOptions): Promise<Report> {
  const folder = openRecordingFolder(dir);
  const recorder = createRecorder();
  const complete = await completeOptions({ contract, drives: ["raw"], ...options });
  try {
    const report = await runConformance({ ...complete, clock: quickClock, tape: recorder, keys: folder.keys });
    folder.write(recorder, report, complete.target);
    return report;
  } finally {
    await complete.target.close();
  }
}
