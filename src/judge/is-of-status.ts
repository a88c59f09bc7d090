import type { StatusSeries } from "../model.ts";

/** Whether an HTTP status is the one that is wanted, or of the series that is. */
export function isOfStatus(status: number | undefined, wanted: number | StatusSeries): boolean {
  return typeof wanted === "number" ? status === wanted : String(status)[0] === wanted[0];
}
