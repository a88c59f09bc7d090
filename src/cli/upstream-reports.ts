import type { Action } from "../action.ts";
import { placeOf } from "../diagnose/match.ts";
import { type EmittedTest, emitPytest } from "../emit/pytest/emit-pytest.ts";
import { plan } from "../plan/plan.ts";
import { upstreamIssue } from "../report/issues/upstream-issue.ts";
import type { Report } from "../report/report.ts";
import type { Contract } from "../spec/contract.ts";
import { namedProfile, type Profile, profileNames } from "../target/profile.ts";

/** A test of one cause, and what it shows. */
export interface ShownTest extends EmittedTest {
  readonly cause: string;
  readonly file: string;
}

/** What is told of one cause. */
export interface UpstreamReport {
  /** The first fault of the cause, by which files are named. */
  readonly cause: string;
  readonly issue: string;
  readonly test?: ShownTest;
}

/**
 * The text of an issue for each cause of a report, named after it, and a test beside it where the target's profile says how
 * its own tests are written.
 * @param own the profile of a target that is not known by name.
 */
export async function upstreamReports(
  contract: Contract,
  action: Action,
  report: Report,
  own?: Profile,
): Promise<readonly UpstreamReport[]> {
  const { name } = report.target;
  const { tests, endpoint = "http://127.0.0.1:4566/" } =
    own ?? (profileNames().includes(name) ? namedProfile(name) : { name });
  const [assertions, diagnostics] = await Promise.all([action.assertions(), action.diagnostics?.()]);
  const made = { report, contract, action, assertions, cases: plan(contract, action, report.run.seed) };
  return (report.causes ?? []).map((cause) => {
    const [id = ""] = cause.faults;
    const places = new Set(diagnostics?.signatures.get(id)?.map(placeOf));
    const belongs = (place: { readonly case: string; readonly clause: string }): boolean => places.has(placeOf(place));
    const disobeyed = diagnostics?.faults.find((fault) => fault.id === id)?.clause;
    const server = tests?.server ?? `yield ${JSON.stringify(endpoint)}`;
    const test =
      tests === undefined
        ? undefined
        : emitPytest({ ...made, cause, belongs, server, ...(disobeyed !== undefined && { own: disobeyed }) });
    const shown = test && { ...test, cause: id, file: `test_${id.replaceAll("-", "_")}.py` };
    const issue = upstreamIssue(report, cause, contract, { belongs, ...(shown && { test: shown }) });
    return { cause: id, issue, ...(shown && { test: shown }) };
  });
}

/** The files of reports, by their names. */
export function filesOf(
  reports: readonly UpstreamReport[],
): readonly { readonly name: string; readonly text: string }[] {
  return reports.flatMap(({ cause, issue, test }) => [
    { name: `${cause}.md`, text: issue },
    ...(test === undefined ? [] : [{ name: test.file, text: test.text }]),
  ]);
}
