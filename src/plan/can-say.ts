import type { Case, Drive } from "../model.ts";

/** Whether a drive can say the case at all: only the raw drive says what no SDK would. */
export function canSay(drive: Drive, planned: Case): boolean {
  if (planned.drives?.includes(drive) === false) return false;
  return drive === "raw" || planned.steps.every(({ wire, as }) => wire === undefined && as !== "anonymous");
}
