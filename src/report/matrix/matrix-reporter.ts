import type { Report } from "../report.ts";
import type { Matrix } from "./matrix.ts";

export interface MatrixContext {
  /** The reports behind the matrix, in the order of its targets: for the exchanges. */
  readonly reports: readonly Report[];
  readonly colour: boolean;
  /** How wide a line of text may be. */
  readonly columns: number;
}

/** A matrix as text. Pure; a target's text in it is escaped. */
export type MatrixReporter = (matrix: Matrix, context: MatrixContext) => string;
