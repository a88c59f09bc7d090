import type { Cause } from "../../diagnose/diagnosis.ts";
import type { Clause } from "../../model.ts";
import { oneLine } from "../../report/escape.ts";
import { hasFailed, isBlocked } from "../../report/findings.ts";
import type { Report } from "../../report/report.ts";
import { type FailingTest, failingTest, type Made } from "../failing-test.ts";
import { python } from "./python.ts";
import {
  beginningOf,
  callHelper,
  endpointFixture,
  furtherPythonHelpers,
  readHelper,
  sendHelper,
} from "./python-helpers.ts";

/** What a test of one cause is made from. */
export interface CauseTest extends Omit<Made, "language"> {
  readonly cause: Cause;
  /** Whether what fails in a case is this cause's doing; what is, is shown before what may be another's. */
  readonly belongs: (place: { readonly case: string; readonly clause: string }) => boolean;
  /** The clause that the cause disobeys. */
  readonly own?: string;
  /** Python statements that yield the URL of an emulator where `EC2_ENDPOINT` names none. */
  readonly server: string;
}

/** A test, and what it shows. */
export interface EmittedTest {
  readonly text: string;
  readonly clause: string;
  readonly case: string;
}

/**
 * A file for pytest with one test, which fails until a cause is mended. It needs boto3, and nothing of ours. Pure. Undefined where
 * nothing of the cause is a plain test.
 */
export function emitPytest(made: CauseTest): EmittedTest | undefined {
  const language = python(made.report.run.id);
  const clauses = made.cause.clauses.flatMap((id) => made.contract.clauses.get(id) ?? []);
  // First what is surely of this cause, then what fails with it, at last what another failure hides.
  for (const isRed of [hasFailed, isBlocked]) {
    for (const isWanted of [made.belongs, () => true]) {
      const tests = clauses.flatMap((clause) => {
        const isOf = (id: string): boolean => isWanted({ case: id, clause: clause.id });
        const test = failingTest({ ...made, language }, clause, isOf, isRed);
        return test?.kind === "test" ? [{ clause, test }] : [];
      });
      const [simplest] = tests.toSorted((one, other) => oddity(made, one) - oddity(made, other));
      if (simplest !== undefined)
        return {
          text: fileOf(made, simplest.clause, simplest.test),
          clause: simplest.clause.id,
          case: simplest.test.reported.id,
        };
    }
  }
  return undefined;
}

type Test = FailingTest & { readonly kind: "test" };

/** What boto3 says is what authors of emulators know; what the cause is about tells more than what follows; then the shorter one. */
function oddity(
  { own }: CauseTest,
  { clause, test: { lines } }: { readonly clause: Clause; readonly test: Test },
): number {
  const isRaw = lines.some((line) => line.includes("ec2.send("));
  return lines.join("\n").length + (isRaw ? 2e6 : 0) + (clause.id === own ? 0 : 1e6);
}

function fileOf({ report, cause, server }: CauseTest, clause: Clause, { lines, reported, verdict }: Test): string {
  const body = `${[
    `def test_${(cause.faults[0] ?? "").replaceAll("-", "_")}(ec2):`,
    comment(`${clause.id} (${clause.level}): ${clause.text}`),
    comment(`Here: ${reported.title}. ${nameOf(report)} answered: ${verdict.actual ?? ""}`),
    ...lines.map((line) => `    ${line}`),
  ].join("\n")}\n`;
  const call = body.includes("ec2.send(") ? `${callHelper}${sendHelper}` : callHelper;
  const further = Object.entries(furtherPythonHelpers)
    .filter(([word]) => neededIn(body).has(word))
    .map(([, helper]) => helper);
  const parts = [endpointFixture(server), body, call, readHelper, ...further];
  return [
    `# ${oneLine(cause.title, 300)}`,
    `# Fails until that is mended. Made by ${report.tool.name} ${report.tool.version} from its run of ${report.run.startedAt.slice(0, 10)}.`,
    "# Asks the server at EC2_ENDPOINT where that is set. What it makes, it deletes.",
    "",
    ...beginningOf(report, parts.join("")),
    ...(body.includes("ec2.send(") ? ['FORM = "application/x-www-form-urlencoded"'] : []),
    "",
    "",
    parts.join("\n\n"),
  ].join("\n");
}

function comment(text: string): string {
  return `    # ${oneLine(text, 300)}`;
}

const nameOf = ({ target }: Report): string => `${target.name} ${target.version ?? ""}`.trim();

/** The helpers that a test uses, and those that these use. */
function neededIn(body: string): ReadonlySet<string> {
  const words = Object.keys(furtherPythonHelpers);
  const uses = (code: string | undefined, word: string): boolean =>
    new RegExp(`(?<!def )\\b${word.slice(0, -1)}\\(`).test(code ?? "");
  const used = new Set(words.filter((word) => uses(body, word)));
  for (const word of used) for (const other of words) if (uses(furtherPythonHelpers[word], other)) used.add(other);
  return used;
}
