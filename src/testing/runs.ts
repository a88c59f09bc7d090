import { faults } from "../actions/import-key-pair/faults/faults.ts";
import { createMock, type Mock } from "../mock/create-mock.ts";
import { type ConformanceOptions, completeOptions } from "../options.ts";
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

/** A real run, through all stages. */
export async function run(options: ConformanceOptions): Promise<Report> {
  const complete = await completeOptions({ contract, ...options });
  try {
    return await runConformance({ ...complete, clock: quickClock });
  } finally {
    await complete.target.close();
  }
}
