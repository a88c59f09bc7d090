import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { messageOf } from "../src/errors.ts";
import { mutants } from "./mutants/mutants.ts";

// Are the engine's own tests worth anything? Each mutant is a bug in it that they must see. Takes minutes, so no part of CI.

const root = fileURLToPath(new URL("..", import.meta.url));
const config = join(root, "scripts/mutants/vitest.config.ts");
const vitest = join(root, "node_modules/vitest/vitest.mjs");
const folder = mkdtempSync(join(tmpdir(), "ec2-contract-mutants-"));

interface Result {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
}

/** What the tests say of the mutant of this number; of none, of the sources as they are. */
function run(tests: readonly string[], mutant: number | "none"): Result {
  const file = join(folder, `${mutant}.json`);
  const args = [vitest, "run", "--config", config, "--root", root, "--reporter=json", `--outputFile=${file}`, ...tests];
  try {
    execFileSync(process.execPath, args, {
      stdio: "ignore",
      env: { ...process.env, EC2_CONTRACT_MUTANT: `${mutant}` },
    });
  } catch {
    // Vitest ends with 1 where a test fails, which is what is hoped for; what really happened stands in its report.
  }
  return JSON.parse(readFileSync(file, "utf8")) as Result;
}

try {
  const healthy = run([...new Set(mutants.flatMap(({ tests }) => tests))], "none");
  if (healthy.numFailedTests > 0 || healthy.numPassedTests === 0)
    throw new Error("Failed to try mutants: the tests fail without any. Mend them first.");
  const survivors = mutants.filter(({ file, find, replace, tests }, index) => {
    const { numFailedTests } = run(tests, index);
    const outcome = numFailedTests > 0 ? `killed by ${numFailedTests} tests` : "SURVIVES";
    process.stdout.write(
      `${String(index + 1).padStart(2)}  ${outcome.padEnd(22)} ${file}: ${JSON.stringify(find)} → ${JSON.stringify(replace)}\n`,
    );
    return numFailedTests === 0;
  });
  process.stdout.write(`${mutants.length - survivors.length} of ${mutants.length} mutants are killed.\n`);
  process.exitCode = survivors.length === 0 ? 0 : 1;
} catch (cause) {
  process.stderr.write(`${messageOf(cause)}\n`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}
