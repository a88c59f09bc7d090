import { writeFile } from "node:fs/promises";
import { defaultAction } from "../actions/actions.ts";
import { messageOf, UsageError } from "../errors.ts";
import { plan } from "../plan/plan.ts";
import type { Report } from "../report/report.ts";
import type { Contract } from "../spec/contract.ts";
import { mustHaveFolder } from "./write-reports.ts";

/**
 * The file of `--emit vitest=FILE`, checked before the run.
 * @throws {UsageError} for another kind of tests, and for a file that no test runner would take, or that can't be.
 */
export function emitFile(wanted: string | undefined, target: string): string | undefined {
  if (wanted === undefined) return undefined;
  const [kind = "", ...rest] = wanted.split("=");
  const file = rest.join("=");
  if (kind !== "vitest" || file === "")
    throw new UsageError(`Failed to emit ${wanted}: that is no kind of tests with a file. Write vitest=FILE.test.ts.`);
  if (!/\.[mc]?ts$/.test(file))
    throw new UsageError(`Failed to emit ${file}: the tests are TypeScript. Name a file such as ec2.test.ts.`);
  if (target === "aws")
    throw new UsageError(
      "Failed to emit tests from a run against aws: they would be tests of an account, with no guard. Leave --emit out.",
    );
  mustHaveFolder("tests", file);
  return file;
}

/** Writes the tests of what failed; a run in which nothing did has none. @throws {UsageError} for a file that can't be written. */
export async function emitTests(file: string, report: Report, contract: Contract): Promise<void> {
  const { emitVitest } = await import("../emit/emit-vitest.ts");
  const action = defaultAction();
  const cases = plan(contract, action, report.run.seed);
  const text = emitVitest({ report, contract, action, cases, assertions: await action.assertions() });
  if (text === undefined) {
    process.stderr.write(`Nothing failed, so that there are no tests to write to ${file}.\n`);
    return;
  }
  await writeFile(file, text).catch((cause: unknown) => {
    throw new UsageError(`Failed to write the tests: ${messageOf(cause)}. Name another file.`, { cause });
  });
  process.stderr.write(`The tests of what failed are in ${file}.\n`);
}
