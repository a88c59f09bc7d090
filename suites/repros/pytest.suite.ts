import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pMap from "p-map";
import { afterAll, describe, expect, test } from "vitest";
import { pythonEnvironment } from "../../scripts/python-environment.ts";
import { importKeyPair as action } from "../../src/actions/import-key-pair/import-key-pair.ts";
import { type ShownTest, upstreamReports } from "../../src/cli/upstream-reports.ts";
import { createMock } from "../../src/mock/create-mock.ts";
import { serveMock } from "../../src/mock/http-server.ts";
import type { Exchange } from "../../src/model.ts";
import { completeOptions } from "../../src/options.ts";
import { runConformance } from "../../src/run.ts";
import { loadContract } from "../../src/spec/load-contract.ts";
import { pythonRecipe } from "../../src/target/emulator/start-recipe.ts";
import { namedProfile } from "../../src/target/profile.ts";
import { failingBy } from "./judge-answers.ts";
import { serveTap } from "./serve-tap.ts";

// The tests in the reports to authors of emulators: each fails on what it was made from, by what the report says, and passes
// where a server does as EC2 does.

const root = join(import.meta.dirname, "../..");
const contract = loadContract(action.files);
const folder = mkdtempSync(join(tmpdir(), "ec2-contract-pytest-"));
afterAll(() => rmSync(folder, { recursive: true }));

const moto = pythonRecipe(namedProfile("moto"));
if (moto === undefined) throw new Error("moto is to be installed");
// What asks needs boto3, which comes with moto, whatever is asked.
const python = join(pythonEnvironment(root, { ...moto, install: `${moto.install} pytest==9.2.0` }), "bin/python");

interface Results {
  readonly passed: readonly string[];
  /** Tests that an assertion failed, not an accident. */
  readonly refuted: readonly string[];
}

/** Runs tests by pytest. @param endpoint whom they ask; without it, what they start themselves. */
async function runTests(
  emulator: string,
  files: readonly ShownTest[],
  endpoint: string | undefined,
  name: string,
): Promise<Results> {
  const out = join(folder, `${emulator}-${name}.xml`);
  const env = { PATH: process.env["PATH"], HOME: folder, ...(endpoint !== undefined && { EC2_ENDPOINT: endpoint }) };
  const args = ["-m", "pytest", "-p", "no:cacheprovider", `--junitxml=${out}`, ...files.map(({ file }) => file)];
  await new Promise((resolve) => execFile(python, args, { cwd: join(folder, emulator), env }, resolve));
  const tests = [
    ...readFileSync(out, "utf8").matchAll(/<testcase [^>]*?\bname="test_(\w+)"[^>]*?(\/>|>(.*?)<\/testcase>)/gs),
  ];
  const named = (holds: (inside: string) => boolean): readonly string[] =>
    tests.filter(([, , , inside = ""]) => holds(inside)).map(([, id = ""]) => id.replaceAll("_", "-"));
  return {
    passed: named((inside) => !/<(failure|error)\b/.test(inside)),
    refuted: named(
      (inside) => /^\s*<failure message="(AssertionError: )?assert\b/.test(inside) && !inside.includes("<error"),
    ),
  };
}

/** An answer with the names of a run in the place of the test's own, which are as long. */
function asInRun(exchange: Exchange, runId: string): Exchange {
  const names = new RegExp(`ec2c-[0-9a-f]{${runId.length - "ec2c-".length}}`, "g");
  const { response } = exchange;
  return response === undefined
    ? exchange
    : { ...exchange, response: { ...response, body: response.body.replaceAll(names, runId) } };
}

describe.for(["moto", "ministack"])("%s", async (name) => {
  const recipe = pythonRecipe(namedProfile(name));
  if (recipe === undefined) throw new Error(`${name} is to be installed`);
  const options = await completeOptions({
    target: name,
    start: true,
    venv: pythonEnvironment(root, recipe),
    contract,
    drives: ["raw"],
  });
  afterAll(() => options.target.close());
  const report = await runConformance(options);
  const tests = (await upstreamReports(contract, action, report)).flatMap(({ test: shown }) => shown ?? []);
  // Both may have a cause, and so a file, of one name.
  mkdirSync(join(folder, name));
  for (const { file, text } of tests) writeFileSync(join(folder, name, file), text);
  const causes = (report.causes ?? []).map(({ faults: [id = ""] }) => id);

  test("each cause has a test", () => {
    expect(tests.map(({ cause }) => cause)).toEqual(causes);
  });

  test("each fails by an assertion, and by answers that fail its clause", async () => {
    const found = await pMap(
      tests,
      async (shown) => {
        await using tap = await serveTap(options.target.endpoint);
        const { refuted } = await runTests(name, [shown], tap.url, shown.cause);
        const answered = tap.exchanges().map((one) => asInRun(one, report.run.id));
        const failing = failingBy(report, shown.case, answered, options.target.lacks);
        return { cause: refuted.join(), clause: failing.find((clause) => clause === shown.clause) };
      },
      { concurrency: 2 },
    );
    expect(found).toEqual(tests.map(({ cause, clause }) => ({ cause, clause })));
  });

  test("each passes on the reference", async () => {
    const reference = await serveMock(createMock(), { port: 0 });
    const { passed } = await runTests(name, tests, reference.url, "reference");
    await reference.close();
    expect(passed.toSorted()).toEqual(causes.toSorted());
  });

  test.runIf(namedProfile(name).tests?.server !== undefined)("each starts the emulator itself", async () => {
    const { refuted } = await runTests(name, tests, undefined, "own");
    expect(refuted.toSorted()).toEqual(causes.toSorted());
  });
});
