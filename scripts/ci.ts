import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { emulators } from "./emulators.ts";
import { publicWrappers } from "./wrappers.ts";

// What `.ci/run` does once npm has installed: every step runs, whatever became of the ones before it.

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** A script of package.json; `counted` when vitest says how many tests it ran, else it counts as one. */
interface Step {
  readonly script: string;
  readonly args?: readonly string[];
  readonly counted?: true;
}

const root = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "ec2-contract-ci-"));

const steps: readonly Step[] = [
  { script: "start" },
  { script: "test", counted: true },
  { script: "test:thorough", counted: true },
  { script: "types" },
  { script: "lint" },
  { script: "unused" },
  { script: "generate:check" },
  { script: "test:package", counted: true },
  { script: "test:browser", counted: true },
  { script: "test:live", counted: true },
  ...emulators.map((name): Step => ({ script: "test:emulators", args: [name] })),
  { script: "test:random" },
  { script: "test:repros", counted: true },
  ...publicWrappers.map(({ name }): Step => ({ script: "test:wrappers", args: [name] })),
];

function run({ script, args = [], counted }: Step): Counts {
  const results = join(folder, `${script.replaceAll(":", "-")}.json`);
  const reporters = counted ? ["--reporter=default", "--reporter=json", `--outputFile.json=${results}`] : [];
  const { status } = spawnSync("npm", ["run", script, "--", ...reporters, ...args], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (!counted) return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  if (!existsSync(results)) return { passed: 0, failed: 1 };
  const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(readFileSync(results, "utf8"));
  // A file that can't be loaded fails the run and has no test that failed.
  return { passed, failed: status !== 0 && failed === 0 ? 1 : failed };
}

const began = Date.now();
const all: Counts[] = [];
const lines: string[] = [];
for (const step of steps) {
  const from = Date.now();
  const label = ["npm run", step.script, ...(step.args ?? [])].join(" ");
  process.stdout.write(`\n::: ${label}\n`);
  const counts = run(step);
  all.push(counts);
  lines.push(
    `${counts.failed === 0 ? "ok  " : "FAIL"} ${((Date.now() - from) / 1000).toFixed(0).padStart(4)} s  ${label}`,
  );
}
rmSync(folder, { recursive: true, force: true });

const passed = all.reduce((sum, counts) => sum + counts.passed, 0);
const failed = all.reduce((sum, counts) => sum + counts.failed, 0);
process.stdout.write(
  `\n${lines.join("\n")}\n${((Date.now() - began) / 1000).toFixed(0)} s in all\n${passed} passed, ${failed} failed\n`,
);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
