import type { Cause } from "../diagnose/diagnosis.ts";
import { oneLine } from "./escape.ts";
import type { Report } from "./report.ts";

/** How far the causes go. */
export function causesSentence({ causes = [], unexplained = [] }: Pick<Report, "causes" | "unexplained">): string {
  if (causes.length === 0) return "No known cause explains what fails";
  const extent = unexplained.length === 0 ? "all that fails" : "most of what fails";
  return `${causes.length} ${causes.length === 1 ? "cause explains" : "causes explain"} ${extent}`;
}

/** Who had the same bug. */
export function sameBugWords({ emulator, link }: NonNullable<Cause["knownFrom"]>): string {
  return `a bug that ${oneLine(emulator, 60)} had${link === undefined ? "" : `: ${oneLine(link)}`}`;
}
