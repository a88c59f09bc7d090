import type { KnownOutcome } from "../known/match-known.ts";
import type { Contract } from "../spec/contract.ts";
import type { Report } from "./report.ts";

export interface ReporterContext {
  readonly contract: Contract;
  /** How the run compares with known deviations, where a file of them was given. */
  readonly known?: KnownOutcome;
  /** Whether the output goes to a terminal with colours. */
  readonly colour: boolean;
}

/** A report as text. Pure: it prints nothing, and a target's text in it is escaped. */
export type Reporter = (report: Report, context: ReporterContext) => string;
