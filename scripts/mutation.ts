import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Stryker } from "@stryker-mutator/core";
import { messageOf } from "../src/errors.ts";
import { type Area, areas } from "./mutation/areas.ts";
import { type Measured, measure, type StrykerReport } from "./mutation/measured.ts";
import { mutationPage } from "./mutation/mutation-page.ts";

// `npm run mutation -- FOLDER…`: what the tests beside a folder see of every mutant that StrykerJS makes of it, all folders
// where none is named. Takes an hour, so no part of CI. What is stopped goes on where it was.

const root = fileURLToPath(new URL("../", import.meta.url));
const figures = `${root}scripts/mutation/measured.json`;

async function measureArea(area: Area): Promise<Measured> {
  const file = `reports/mutation/${area.name.replaceAll("/", "-")}`;
  process.env["EC2_CONTRACT_MUTATION_TESTS"] = area.tests.join(" ");
  await new Stryker({
    configFile: `${root}stryker.config.json`,
    mutate: [...area.mutate],
    incrementalFile: `${file}.incremental.json`,
    jsonReporter: { fileName: `${file}.json` },
  }).runMutationTest();
  const report = JSON.parse(readFileSync(`${root}${file}.json`, "utf8")) as StrykerReport;
  return measure(area.name, new Date().toISOString().slice(0, 10), report);
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

try {
  process.chdir(root);
  for (const area of chosen(process.argv.slice(2))) {
    const now = await measureArea(area);
    const before = existsSync(figures) ? (JSON.parse(readFileSync(figures, "utf8")) as readonly Measured[]) : [];
    const all = areas.flatMap(({ name }) => (name === area.name ? now : before.filter((one) => one.area === name)));
    writeFileSync(figures, `${JSON.stringify(all, undefined, 2)}\n`);
    writeFileSync(`${root}docs/mutation.md`, mutationPage(all));
  }
} catch (cause) {
  process.stderr.write(`${messageOf(cause)}\n`);
  process.exitCode = 1;
}
