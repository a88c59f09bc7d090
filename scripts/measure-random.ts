import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { importKeyPair } from "../src/actions/import-key-pair/import-key-pair.ts";
import { randomFindings } from "../src/report/random-results.ts";
import { runConformance } from "../src/run.ts";
import { loadContract } from "../src/spec/load-contract.ts";
import { faultyTarget, runOptions } from "./measure-kills.ts";
import { type RareFault, rareFaults } from "./rare-faults.ts";

// `npm run measure:random [-- --runs 300 --seeds 1,2,3]`: which rare faults the random cases find, and what they tell of
// them; the obedient reference is asked first, with each seed. Writes docs/random-cases.md.

const { values } = parseArgs({
  options: { runs: { type: "string", default: "300" }, seeds: { type: "string", default: "1,2,3" } },
});
const runs = Number(values.runs);
const seeds = values.seeds.split(",").map(Number);
const contract = loadContract(importKeyPair.files);

/** What a run with this seed says first of a target; nothing of one that obeys. */
async function firstFinding(fault: RareFault | undefined, seed: number) {
  const target = faultyTarget(contract, fault === undefined ? [] : [fault.make()]);
  const report = await runConformance({
    ...runOptions(contract, target),
    seed,
    selection: { only: ["random-*"], skip: [] },
    random: { kind: "runs", from: 1, to: runs, shrinkRequests: 200 },
    bail: ({ verdicts }) => verdicts.some(({ verdict }) => verdict === "fail"),
  });
  const wrong = report.cases.flatMap(({ verdicts }) => verdicts.filter(({ verdict }) => verdict === "error"));
  if (wrong.length > 0) throw new Error(`Failed to measure ${fault?.summary ?? "the reference"}: ${wrong[0]?.why}.`);
  const [found] = randomFindings(report);
  const failed = found?.verdicts.find(({ verdict }) => verdict === "fail");
  return found === undefined || failed === undefined
    ? undefined
    : { title: found.title, clause: failed.clause, area: contract.clauses.get(failed.clause)?.area };
}

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll(/[<>&]/g, (c) => `&#${c.charCodeAt(0)};`);

const alarms = [];
for (const seed of seeds) alarms.push(await firstFinding(undefined, seed));
const rows = [];
for (const fault of rareFaults) {
  const found = [];
  for (const seed of seeds) found.push(await firstFinding(fault, seed));
  const times = found.filter((one) => one !== undefined);
  const inArea = times.filter(({ area }) => area !== undefined && fault.areas.includes(area)).length;
  process.stderr.write(`${times.length} of ${seeds.length}, ${inArea} in its area: ${fault.summary}\n`);
  const [first] = times;
  rows.push({ fault, times: times.length, inArea, first });
}
const all = rows.length * seeds.length;
const total = rows.reduce((sum, { times }) => sum + times, 0);
const inArea = rows.reduce((sum, row) => sum + row.inArea, 0);
const text = `# Random cases

Made by \`npm run measure:random\`: do not edit. Rare faults, planted in the reference emulator one at a time, and what
\`--runs ${runs}\` makes of them with the seeds ${seeds.join(", ")}, said raw, by the random cases alone. A fault is found when a
clause fails; the example is the first one of the first seed that found it, made as small as it gets.

- Found: ${total} of ${all} (${((100 * total) / all).toFixed(0)} %), ${inArea} of them in the area where they belong.
- Alarms at the obedient reference: ${alarms.filter((one) => one !== undefined).length} of ${seeds.length} runs.

| fault | found | clause | the smallest example |
| --- | --: | --- | --- |
${rows
  .map(
    ({ fault, times, first }) =>
      `| ${cell(fault.summary)} | ${times} of ${seeds.length} | ${first === undefined ? "" : `${first.clause} (${first.area})`} | ${cell(first?.title.replace(/^[^:]*: /, "") ?? "")} |`,
  )
  .join("\n")}
`;
const file = join(import.meta.dirname, "../docs/random-cases.md");
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, text);
