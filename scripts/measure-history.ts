import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defaultAction } from "../src/actions/actions.ts";
import { messageOf } from "../src/errors.ts";
import { compareVersions } from "../src/history/version-changes.ts";
import { oneLine } from "../src/report/escape.ts";
import { readReport } from "../src/report/read-report.ts";
import { contractDigits, type HistoryRun } from "../src/site/history.ts";
import { nextRelease } from "../src/site/next-release.ts";
import { runOfReport, withRun } from "../src/site/run-of-report.ts";
import { loadContract } from "../src/spec/load-contract.ts";
import { emulatorCache, emulatorFolder, releasesOf } from "../src/target/emulator/install-emulator.ts";
import { type PythonRecipe, pythonRecipe } from "../src/target/emulator/start-recipe.ts";
import { namedProfile } from "../src/target/profile.ts";
import { loadHistory, saveHistory } from "./history-files.ts";
import { installAsOf } from "./install-as-of.ts";
import { releaseDates } from "./release-dates.ts";

// `npm run measure:history [-- NAME…]`: runs the suite against releases of each emulator, and keeps in site/history/ what
// came of them. What was tried under the contract of today is not run again, so that a stopped measurement goes on.

/** The emulators, each with the first release of its line. */
const lines = [
  { name: "moto", from: "3.1.0" },
  { name: "ministack", from: "1.0.7" },
  { name: "localstack", from: "4.7.0" },
];

const root = join(import.meta.dirname, "..");
const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !lines.some((line) => line.name === name));
if (unknown !== undefined)
  throw new Error(
    `Failed to measure ${unknown}: it has no line of releases. Name one of ${lines.map(({ name }) => name).join(", ")}.`,
  );
const contract = loadContract(defaultAction().files).sha256.slice(0, contractDigits);
const steps = await Promise.all(lines.filter(({ name }) => wanted.length === 0 || wanted.includes(name)).map(prepare));
// One of each in turn: a measurement that is stopped has something of all.
for (let open = steps; open.length > 0; ) open = open.filter((step) => step());

/** @returns what tries the next release of a line, and tells whether there was one. */
async function prepare({ name, from }: (typeof lines)[number]): Promise<() => boolean> {
  const start = pythonRecipe(namedProfile(name));
  if (start === undefined) throw new Error(`Failed to measure ${name}: it has no releases that can be installed.`);
  const all = await releasesOf(namedProfile(name), { signal: new AbortController().signal });
  const releases = all.toSorted(compareVersions).filter((version) => compareVersions(version, from) >= 0);
  const dates = releaseDates(root, start.package);
  return () => {
    const { runs } = loadHistory(name);
    const known = runs.filter((run) => run.contract === contract);
    const tried = new Map(known.map((run) => [run.version, run.kind === "measured" ? run.verdicts : undefined]));
    const next = nextRelease(releases, tried);
    // What is of another contract goes once all of this one is there.
    if (next === undefined) saveHistory({ emulator: name, runs: known });
    if (next === undefined) return false;
    const result = tryRelease(name, start, next, dates.get(next));
    console.log(
      `${name} ${next}: ${result.kind === "measured" ? `divergence ${result.score.divergence}` : result.why}`,
    );
    saveHistory({ emulator: name, runs: withRun(runs, result) });
    return true;
  };
}

/**
 * A release with what it depends on as that is today; or as it was on its day, where the emulator needs that, or where most of
 * the suite has no answer to judge: what a new version of another package broke is not the release's own doing.
 */
function tryRelease(name: string, start: PythonRecipe, version: string, released: string | undefined): HistoryRun {
  const now = start.constraints === undefined || released === undefined ? run(name, version, released) : undefined;
  if (now !== undefined && (released === undefined || (now.kind === "measured" && now.score.coverage > 0.5)))
    return now;
  const folder = emulatorFolder(name, version);
  try {
    if (released !== undefined) installAsOf(root, folder, start, version, released);
    const then = run(name, version, released);
    return then.kind === "measured" || now === undefined ? { ...then, dependencies: "of-its-day" } : now;
  } catch (cause) {
    return (
      now ?? untested(version, released, `Failed to install ${name} ${version} as of its day: ${messageOf(cause)}`)
    );
  } finally {
    // Whoever asks for this version by its name gets it with what it depends on today.
    if (start.constraints === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

/** Installs a release where it is not yet, starts and tests it by the product itself. */
function run(name: string, version: string, released: string | undefined): HistoryRun {
  const folder = mkdtempSync(join(tmpdir(), "ec2-contract-history-"));
  try {
    const file = join(folder, "report.json");
    // One case at a time: what depends on their order comes out the same, run after run. LocalStack loads a service when it is
    // first asked for, which takes a busy machine longer than one waits by default.
    const how = ["--concurrency", "1", "--timeout", "60000", "--reporter", `json=${file}`];
    const command = [join(root, "bin/ec2-contract.js"), "test", `${name}@${version}`, ...how];
    const { stderr } = spawnSync(process.execPath, command, { encoding: "utf8", maxBuffer: 2 ** 26 });
    if (existsSync(file)) return runOfReport(readReport(file), version, released);
    return untested(version, released, /^Failed to .*/ms.exec(stderr)?.[0] ?? stderr);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function untested(version: string, released: string | undefined, why: string): HistoryRun {
  return {
    kind: "untested",
    version,
    ...(released !== undefined && { released }),
    tried: new Date().toISOString().slice(0, 10),
    contract,
    why: oneLine(why.replaceAll(emulatorCache(), "CACHE"), 400),
  };
}
