import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import type { Report } from "../../src/report/report.ts";

// A version of an emulator by its name alone: installed from PyPI into an empty cache, started, tested, stopped.

const bin = fileURLToPath(new URL("../../bin/ec2-contract.js", import.meta.url));
const cache = mkdtempSync(join(tmpdir(), "ec2-contract-versions-"));
afterAll(() => rmSync(cache, { recursive: true, force: true }));

function run(...more: readonly string[]): Promise<{ readonly err: string; readonly report: Report }> {
  const file = join(cache, "report.json");
  const what = ["--only", "B6BZ-aws-r1", "--drive", "raw", "--reporter", `json=${file}`];
  const env = { ...process.env, EC2_CONTRACT_CACHE: cache };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [bin, "test", "ministack@1.5.33", ...what, ...more], { env }, (cause, _, err) => {
      // That it deviates is no trouble here.
      if (cause !== null && cause.code !== 1) reject(new Error(err, { cause }));
      else resolve({ err, report: JSON.parse(readFileSync(file, "utf8")) as Report });
    });
  });
}

test("a version is installed, which is said before, and tested; the next time it is there", async () => {
  const first = await run();
  expect(first.err).toContain("Installing ministack==1.5.33 from PyPI into");
  expect(first.report.target).toMatchObject({ name: "ministack", version: "1.5.33" });
  expect(first.report.cases.map(({ id }) => id)).toEqual(["B6BZ-aws-r1"]);
  const second = await run("--no-install");
  expect(second.err).not.toContain("Installing");
  expect(second.report.target).toEqual({ ...first.report.target, endpoint: second.report.target.endpoint });
});
