import { defaultAction } from "../../actions/actions.ts";
import { evidenceOf } from "../../recordings/evidence-of.ts";
import { exitCodes } from "../../report/exit-code.ts";
import { readReport } from "../../report/read-report.ts";
import { loadContract } from "../../spec/load-contract.ts";

/** `ec2-contract evidence`. @throws {UsageError} for what is no report of a run against AWS. */
export function evidenceCommand(file: string, options: { readonly spec?: string }): number {
  const contract = loadContract(defaultAction().files, options.spec);
  const entries = evidenceOf(contract, readReport(file));
  process.stdout.write(entries === "" ? "# This run answers nothing that is in doubt.\n" : entries);
  return exitCodes.conforms;
}
