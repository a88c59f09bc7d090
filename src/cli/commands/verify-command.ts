import { defaultAction } from "../../actions/actions.ts";
import { withCauses } from "../../diagnose/with-causes.ts";
import { verifyReport } from "../../recordings/verify-report.ts";
import { oneLine } from "../../report/escape.ts";
import { exitCodes } from "../../report/exit-code.ts";
import { readReport } from "../../report/read-report.ts";
import { loadContract } from "../../spec/load-contract.ts";
import { chooseReporters, writeReports } from "../write-reports.ts";

export interface VerifyOptions {
  readonly spec?: string;
  readonly reporter?: readonly string[];
}

/**
 * `ec2-contract verify`. @returns 1 when the report says something that its exchanges do not.
 * @throws {UsageError} for what is no report.
 */
export async function verifyCommand(file: string, options: VerifyOptions): Promise<number> {
  const chosen = options.reporter === undefined ? [] : chooseReporters(options.reporter);
  const action = defaultAction();
  const contract = loadContract(action.files, options.spec);
  const given = readReport(file);
  if (given.contract.sha256 !== contract.sha256) {
    process.stderr.write(
      "The contract is not that of the report: what differs may be the contract's doing. --spec DIR names another one.\n",
    );
  }
  const { differences, judged, taken, report } = verifyReport(contract, action, given);
  const lines = differences.map(
    (one) => `${oneLine(one.where)}\n  reported: ${oneLine(one.reported)}\n  judged:   ${oneLine(one.judged)}\n`,
  );
  const rest = taken === 0 ? "" : ` ${taken} are taken as they are: the report keeps too little of their answers.`;
  const sum =
    differences.length === 0
      ? `All ${judged} verdicts are reached again.`
      : `${differences.length} differences; ${judged} verdicts were judged again.`;
  process.stdout.write(`${lines.join("")}${sum}${rest}\n`);
  const explained = chosen.length === 0 ? report : await withCauses(contract, action, report);
  await writeReports(chosen, (reporter, colour) => reporter(explained, { contract, colour }));
  return differences.length === 0 ? exitCodes.conforms : exitCodes.deviates;
}
