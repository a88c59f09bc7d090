import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { parse } from "yaml";

const root = fileURLToPath(new URL("../", import.meta.url));
const action = parse(readFileSync(join(root, "action.yml"), "utf8")) as {
  readonly runs: { readonly steps: readonly { readonly id?: string; readonly run?: string }[] };
};
const script = action.runs.steps.find(({ id }) => id === "test")?.run ?? "";
const folder = mkdtempSync(join(tmpdir(), "ec2-contract-action-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the action's own script as a workflow would, and gives what it wrote for GitHub. */
function run(inputs: Readonly<Record<string, string>>): { readonly output: string; readonly summary: string } {
  const files = { GITHUB_OUTPUT: join(folder, "output"), GITHUB_STEP_SUMMARY: join(folder, "summary") };
  for (const file of Object.values(files)) writeFileSync(file, "");
  const { status } = spawnSync("bash", ["-c", script], {
    env: {
      // The Node that a workflow sets up.
      PATH: `${dirname(process.execPath)}:${process.env["PATH"]}`,
      RUNNER_TEMP: folder,
      GITHUB_ACTION_PATH: root,
      ...{ TARGET: "mock", KNOWN: "", LEVEL: "must", OPTIONS: "" },
      ...files,
      ...inputs,
    },
    stdio: "ignore",
  });
  expect(status).toBe(0);
  return {
    output: readFileSync(files.GITHUB_OUTPUT, "utf8"),
    summary: readFileSync(files.GITHUB_STEP_SUMMARY, "utf8"),
  };
}

test("the action writes the summary and the page, and hands on the exit code", () => {
  const { output, summary } = run({ OPTIONS: "--only name --drive raw" });
  expect(output).toBe("exit-code=0\n");
  expect(summary).toContain("ImportKeyPair");
  expect(readFileSync(join(folder, "ec2-contract/report.html"), "utf8")).toMatch(/^<!doctype html>/i);
});

test("what could not be run is handed on too, without a summary", () => {
  expect(run({ TARGET: "nobody", RUNNER_TEMP: join(folder, "other") })).toEqual({
    output: "exit-code=2\n",
    summary: "",
  });
});
