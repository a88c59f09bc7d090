import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defaultAction } from "../src/actions/actions.ts";
import { filesOf, upstreamReports } from "../src/cli/upstream-reports.ts";
import { readReport } from "../src/report/read-report.ts";
import { loadContract } from "../src/spec/load-contract.ts";
import { pythonRecipe } from "../src/target/emulator/start-recipe.ts";
import { namedProfile } from "../src/target/profile.ts";
import { emulatorsPage, emulatorsSummary } from "./emulators-page.ts";
import { pythonEnvironment } from "./python-environment.ts";

// `npm run measure:emulators`: installs and starts each emulator, runs the suite against it and against the reference,
// and writes what came of it: docs/emulators.md, the summary in README.md, and a report for each cause in docs/upstream/.

const root = fileURLToPath(new URL("../", import.meta.url));
const names = ["moto", "localstack", "localemu", "ministack"];
const folder = mkdtempSync(join(tmpdir(), "ec2-contract-emulators-"));

function run(name: string): string {
  const file = join(folder, `${name}.json`);
  const start = name === "mock" ? undefined : pythonRecipe(namedProfile(name));
  const how = start === undefined ? [] : ["--start", "--venv", pythonEnvironment(root, start), "--concurrency", "1"];
  const command = [join(root, "bin/ec2-contract.js"), "test", name, ...how, "--reporter", `json=${file}`];
  spawnSync(process.execPath, command, { stdio: ["ignore", "inherit", "inherit"] });
  if (!existsSync(file))
    throw new Error(`Failed to measure ${name}: there is no report. See what ec2-contract said above.`);
  return file;
}

try {
  const [reference, ...reports] = ["mock", ...names].map((name) => readReport(run(name)));
  if (reference === undefined) throw new Error("nothing was run");
  writeFileSync(join(root, "docs/emulators.md"), emulatorsPage([reference, ...reports]));
  const readme = join(root, "README.md");
  writeFileSync(
    readme,
    replaceBetween(readFileSync(readme, "utf8"), "emulators", emulatorsSummary([reference, ...reports])),
  );
  const action = defaultAction();
  const contract = loadContract(action.files);
  // LocalStack's and LocalEmu's key pairs are moto's.
  for (const report of reports.filter(({ target }) => ["moto", "ministack"].includes(target.name))) {
    const dir = join(root, "docs/upstream", report.target.name);
    rmSync(dir, { recursive: true, force: true });
    mkdirSync(dir, { recursive: true });
    for (const { name, text } of filesOf(await upstreamReports(contract, action, report)))
      writeFileSync(join(dir, name), text);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Replaces what stands between two marks in a document. */
function replaceBetween(text: string, mark: string, by: string): string {
  const pattern = new RegExp(`(<!-- ${mark} -->\n)[^]*?(<!-- /${mark} -->)`);
  if (!pattern.test(text))
    throw new Error(`Failed to write the ${mark} into README.md: their marks are missing. Put them back.`);
  return text.replace(pattern, (_, from: string, to: string) => `${from}${by}${to}`);
}
