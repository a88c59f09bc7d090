import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { knownOf, recordedEmulators, recordingOf } from "../scripts/emulators.ts";
import { defaultAction } from "../src/actions/actions.ts";
import { nameableCases } from "../src/cli/known-file.ts";
import { matchKnown } from "../src/known/match-known.ts";
import { readKnown } from "../src/known/read-known.ts";
import { completeOptions } from "../src/options.ts";
import { plan } from "../src/plan/plan.ts";
import { readManifest } from "../src/recordings/read-recording.ts";
import { exitCodeOf, exitCodes } from "../src/report/exit-code.ts";
import { runConformance } from "../src/run.ts";
import { loadContract } from "../src/spec/load-contract.ts";
import { pythonRecipe } from "../src/target/emulator/start-recipe.ts";
import { namedProfile } from "../src/target/profile.ts";

// Targets offline: what they answered when they were recorded is judged by the contract of today. Where the plan asks for
// something else than then, `npm run record:emulators` records them again.

const root = fileURLToPath(new URL("..", import.meta.url));
const contract = loadContract(defaultAction().files);

const names = readdirSync(join(root, recordingOf("")));

test("the emulators that are to be recorded are", () => {
  expect(names).toEqual(expect.arrayContaining([...recordedEmulators]));
});

describe.each(names)("the recording of %s", (name) => {
  const dir = join(root, recordingOf(name));
  const manifest = readManifest(dir);
  const files = readdirSync(dir).map((file) => join(dir, file));

  test("deviates exactly as its known deviations say", async () => {
    const options = await completeOptions({ target: `replay:${dir}`, contract });
    const report = await runConformance(options);
    const planned = plan(contract, defaultAction(), manifest.seed);
    const cases = await nameableCases(contract, defaultAction(), planned);
    const file = join(root, knownOf(name));
    // As of its own day: that entries are due for review is told where the emulator itself is tested.
    const today = manifest.recordedAt.slice(0, 10);
    const known = matchKnown(existsSync(file) ? readKnown(file, contract, cases) : [], report, today);
    expect(known).toMatchObject({ unlisted: [], stale: [], exact: true });
    expect(exitCodeOf(report, known)).toBe(exitCodes.conforms);
  });

  test("is of the release that CI starts", () => {
    const { version } = manifest.target;
    const { install = `the service==${version}` } = pythonRecipe(namedProfile(name)) ?? {};
    expect(install).toMatch(new RegExp(`==${version?.replaceAll(".", "\\.")}$`));
  });

  test("is small, and says nothing of whoever recorded it", () => {
    expect(files.reduce((sum, file) => sum + statSync(file).size, 0)).toBeLessThan(2 * 2 ** 20);
    const text = files.map((file) => readFileSync(file, "utf8")).join("\n");
    expect(text).not.toMatch(/Signature=[^*]|Credential=[^*]|\/home\/|\/root\/|\/tmp\//);
  });
});
