import type { Action } from "../action.ts";
import type { Report } from "../report/report.ts";
import type { Contract } from "../spec/contract.ts";

/**
 * The report with the causes of what is red in it. What is known of faults is loaded only where something is. It was
 * measured by what the service was seen to do: where the documents judge, for wrappers, and for AWS itself there are no
 * causes.
 */
export async function withCauses(contract: Contract, action: Action, report: Report): Promise<Report> {
  const { causes: _, unexplained: __, clauses, cases, ...head } = report;
  const { authority, drives, account } = report.run;
  const isEmulator = account === undefined && !drives.includes("wrapper");
  if (action.diagnostics === undefined || !isEmulator || authority !== "observed") return { ...head, clauses, cases };
  if (clauses.every(({ verdict }) => verdict !== "fail")) return { ...head, causes: [], clauses, cases };
  const [{ diagnose }, diagnostics] = await Promise.all([import("./diagnose.ts"), action.diagnostics()]);
  const { causes, unexplained } = diagnose(contract, diagnostics, cases);
  return { ...head, causes, ...(unexplained.length > 0 && { unexplained }), clauses, cases };
}
