import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { defaultAction } from "../../actions/actions.ts";
import { withCauses } from "../../diagnose/with-causes.ts";
import { messageOf, UsageError } from "../../errors.ts";
import { exitCodes } from "../../report/exit-code.ts";
import { readReport } from "../../report/read-report.ts";
import { loadContract } from "../../spec/load-contract.ts";
import { readProfile } from "../../target/profile.ts";
import { filesOf, upstreamReports } from "../upstream-reports.ts";

/**
 * `ec2-contract report-upstream`: the text of an issue for each cause of a report, in files named after the causes, with a test
 * where the profile of its target says how tests are written there.
 * @throws {UsageError} for what is no report, has no causes, and a folder that can't be written.
 */
export async function reportUpstreamCommand(
  file: string,
  options: { readonly dir: string; readonly spec?: string; readonly profile?: string },
): Promise<number> {
  const action = defaultAction();
  const contract = loadContract(action.files, options.spec);
  const report = await withCauses(contract, action, readReport(file));
  const { causes = [], unexplained = [] } = report;
  if (causes.length === 0)
    throw new UsageError(
      `Failed to report ${file} upstream: no known cause explains anything in it. Name the JSON report of an emulator that deviates.`,
    );
  const own = options.profile === undefined ? undefined : readProfile(options.profile);
  const made = filesOf(await upstreamReports(contract, action, report, own));
  const files = made.map(({ name, text }) => ({ path: join(options.dir, name), text }));
  try {
    mkdirSync(options.dir, { recursive: true });
    for (const { path, text } of files) writeFileSync(path, text);
  } catch (cause) {
    throw new UsageError(`Failed to write to ${options.dir}: ${messageOf(cause)}. Name another --dir.`, { cause });
  }
  process.stdout.write(files.map(({ path }) => `${path}\n`).join(""));
  if (unexplained.length > 0)
    process.stderr.write(
      `Not reported, as no known cause explains it: ${unexplained.map(({ clause }) => clause).join(", ")}.\n`,
    );
  return exitCodes.conforms;
}
