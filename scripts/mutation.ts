import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";
import { messageOf } from "../src/errors.ts";
import { type Area, areas } from "./mutation/areas.ts";
import { type Measured, measure, type StrykerReport } from "./mutation/measured.ts";
import { mergeReports, survivingRanges } from "./mutation/merge-reports.ts";
import { mutationPage } from "./mutation/mutation-page.ts";

// `npm run mutation -- [--again] FOLDER…`: what the tests beside a folder see of every mutant that StrykerJS makes of it, of all
// folders where none is named. Takes longer than all other tests, so no part of CI. What is stopped goes on where it was.
// With `--again`, only what survived the last time is run, for whoever has written tests against it.

const root = fileURLToPath(new URL("../", import.meta.url));
const figures = `${root}scripts/mutation/measured.json`;

async function mutate(
  area: Area,
  options: ConstructorParameters<typeof Stryker>[0],
  file: string,
): Promise<StrykerReport> {
  process.env["EC2_CONTRACT_MUTATION_TESTS"] = area.tests.join(" ");
  await new Stryker({
    configFile: `${root}stryker.config.json`,
    jsonReporter: { fileName: file },
    ...options,
  }).runMutationTest();
  return read<StrykerReport>(`${root}${file}`);
}

async function measureArea(area: Area, again: boolean): Promise<Measured> {
  const file = `reports/mutation/${area.name.replaceAll("/", "-")}`;
  const before = again ? lastReport(`${root}${file}.json`) : undefined;
  const report =
    before === undefined
      ? await mutate(area, { mutate: [...area.mutate], incrementalFile: `${file}.incremental.json` }, `${file}.json`)
      : mergeReports(
          before,
          await mutate(area, { mutate: [...survivingRanges(before)], incremental: false }, `${file}.again.json`),
        );
  writeFileSync(`${root}${file}.json`, JSON.stringify(report));
  return measure(area.name, new Date().toISOString().slice(0, 10), report);
}

/** The last report of an area, where it is one of the sources of now. */
function lastReport(path: string): StrykerReport | undefined {
  if (!existsSync(path)) return undefined;
  const report = read<StrykerReport>(path);
  const isOfNow = Object.entries(report.files).every(
    ([file, { source }]) => existsSync(`${root}${file}`) && readFileSync(`${root}${file}`, "utf8") === source,
  );
  return isOfNow ? report : undefined;
}

/** The areas of these names; all of them where none is given. */
function chosen(names: readonly string[]): readonly Area[] {
  const wanted = names.map((name) => name.replace(/\/$/, ""));
  const unknown = wanted.find((name) => !areas.some((area) => area.name === name));
  if (unknown !== undefined) {
    const known = areas.map(({ name }) => name).join(", ");
    throw new Error(`Failed to mutate ${unknown}: it is none of ${known}. Name one of them.`);
  }
  return wanted.length === 0 ? areas : areas.filter(({ name }) => wanted.includes(name));
}

function read<T>(path: string): T {
  return JSON.parse(readFileSync(path, "utf8")) as T;
}

try {
  process.chdir(root);
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { again: { type: "boolean", default: false } },
  });
  for (const area of chosen(positionals)) {
    const now = await measureArea(area, values.again);
    const before = existsSync(figures) ? read<readonly Measured[]>(figures) : [];
    const all = areas.flatMap(({ name }) => (name === area.name ? now : before.filter((one) => one.area === name)));
    writeFileSync(figures, `${JSON.stringify(all, undefined, 2)}\n`);
    writeFileSync(`${root}docs/mutation.md`, mutationPage(all));
  }
} catch (cause) {
  process.stderr.write(`${messageOf(cause)}\n`);
  process.exitCode = 1;
}
