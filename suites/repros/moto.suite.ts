import { type ExecFileException, execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pMap from "p-map";
import { afterAll, expect, test } from "vitest";
import { pythonEnvironment } from "../../scripts/python-environment.ts";
import { publicWrappers } from "../../scripts/wrappers.ts";
import { importKeyPair as action } from "../../src/actions/import-key-pair/import-key-pair.ts";
import { createMock } from "../../src/mock/create-mock.ts";
import { serveMock } from "../../src/mock/http-server.ts";
import { completeOptions } from "../../src/options.ts";
import type { ReportedCase, Repro } from "../../src/report/report.ts";
import { runConformance } from "../../src/run.ts";
import { loadContract } from "../../src/spec/load-contract.ts";
import { pythonRecipe } from "../../src/target/emulator/start-recipe.ts";
import { namedProfile } from "../../src/target/profile.ts";
import { dummyCredentials } from "../../src/target/target.ts";
import { failingBy } from "./judge-answers.ts";
import { serveTap } from "./serve-tap.ts";

// A repro that shows something else than the report is worse than none: each is run, and what it was answered is judged.

const root = join(import.meta.dirname, "../..");
const contract = loadContract(action.files);
const folder = mkdtempSync(join(tmpdir(), "ec2-contract-repros-"));

const start = pythonRecipe(namedProfile("moto"));
const awscli = publicWrappers.find(({ name }) => name === "awscli");
if (start === undefined || awscli === undefined) throw new Error("moto and the AWS CLI are to be installed");
const cli = join(pythonEnvironment(root, awscli), "bin");
// The program of the environment names the place where it was made; the environment may have been moved since.
writeFileSync(join(folder, "aws"), `#!/bin/sh\nexec "${cli}/python3" "${cli}/aws" "$@"\n`, { mode: 0o755 });

const options = await completeOptions({
  target: "moto",
  start: true,
  venv: pythonEnvironment(root, start),
  contract,
  drives: ["raw"],
});
afterAll(async () => {
  await options.target.close();
  rmSync(folder, { recursive: true });
});
const report = await runConformance(options);
const red = report.clauses.filter(({ verdict }) => verdict === "fail").map(({ id }) => id);

/** The case that a report shows of a failing clause, of those that a tool can say. */
function shownCase(clause: string, tool: keyof Repro): ReportedCase | undefined {
  return report.cases.find(
    ({ verdicts, repro }) =>
      repro[tool] !== null && verdicts.some((verdict) => verdict.clause === clause && verdict.verdict === "fail"),
  );
}

/** Runs commands as somebody who pasted them, at another endpoint. */
async function paste(commands: string, at: string, name: string): Promise<void> {
  const script = join(folder, name);
  writeFileSync(script, commands.replaceAll(new URL(report.target.endpoint).origin, new URL(at).origin));
  const env = {
    PATH: `${folder}:${process.env["PATH"]}`,
    HOME: folder,
    AWS_ACCESS_KEY_ID: dummyCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: dummyCredentials.secretAccessKey,
    AWS_MAX_ATTEMPTS: "1",
    AWS_EC2_METADATA_DISABLED: "true",
  };
  // A command that is refused ends with an error: what was answered tells more.
  await new Promise<ExecFileException | null>((resolve) => execFile("bash", [script], { env }, resolve));
}

/** The clauses that a tool's commands show to fail at an endpoint, of those for which a report shows its commands. */
async function shownBy(tool: keyof Repro, behind: URL): Promise<Record<"shown" | "failing", readonly string[]>> {
  const byCase = [...Map.groupBy(red, (clause) => shownCase(clause, tool))].flatMap(([one, clauses]) =>
    one === undefined ? [] : [{ one, clauses }],
  );
  const failing = await pMap(
    byCase,
    async ({ one, clauses }) => {
      await using tap = await serveTap(behind);
      await paste(one.repro[tool] ?? "", tap.url, `${tool}-${one.id}`);
      const found = failingBy(report, one.id, tap.exchanges(), options.target.lacks);
      return clauses.filter((clause) => found.includes(clause));
    },
    { concurrency: 2 },
  );
  return { shown: byCase.flatMap(({ clauses }) => clauses), failing: failing.flat() };
}

/** Clauses that only a request fails which a tool does not send. */
const unsaid: Readonly<Record<keyof Repro, readonly string[]>> = {
  // Signed in the query.
  curl: ["H9NC", "M8TQ"],
  // Without a required option, with another parameter, without a signature or an action: the AWS CLI won't.
  aws: ["Q7UC", "H9NC", "M8TQ", "E4LR", "Z9E9", "X6TF", "R6WH", "C9AW", "N6CP", "G9FD", "Z4BJ"],
};

test.for(["curl", "aws"] as const)(
  "the %s commands show what the report does, for each clause that moto fails",
  async (tool) => {
    await fetch(new URL("/moto-api/reset", options.target.endpoint), { method: "POST" });
    const { shown, failing } = await shownBy(tool, options.target.endpoint);
    expect(red.filter((clause) => !shown.includes(clause))).toEqual(unsaid[tool]);
    expect(failing.toSorted()).toEqual(shown.toSorted());
  },
);

test("the curl commands show nothing where a target does as EC2 does", async () => {
  const reference = await serveMock(createMock(), { port: 0 });
  const { shown, failing } = await shownBy("curl", new URL(reference.url));
  await reference.close();
  expect(shown.length).toBeGreaterThan(30);
  expect(failing).toEqual([]);
});
