import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import fc from "fast-check";
import { faults } from "../src/actions/import-key-pair/faults/faults.ts";
import { likenessOf } from "../src/actions/import-key-pair/mock-like.ts";
import { UsageError } from "../src/errors.ts";
import { createMock } from "../src/mock/create-mock.ts";
import { completeOptions } from "../src/options.ts";
import { readReport } from "../src/report/read-report.ts";
import type { Report } from "../src/report/report.ts";
import { runConformance } from "../src/run.ts";
import { type Found, setsOfThree } from "./fault-sets.ts";
import { measureAll } from "./measure-all.ts";

// `npm run measure:diagnosis -- [--faults N] [--sets N] REPORT.json…`: how well planted faults are found again, and how far
// the reference emulator with the causes of each report answers as its target did. Writes docs/diagnosis.md. All faults and
// 200 sets take half an hour of two processors.

const page = new URL("../docs/diagnosis.md", import.meta.url);
const { values, positionals: files } = parseArgs({
  allowPositionals: true,
  options: { faults: { type: "string", default: String(faults.length) }, sets: { type: "string", default: "200" } },
});
const alone = fc
  .sample(fc.shuffledSubarray([...faults], { minLength: faults.length }), { seed: 1, numRuns: 1 })
  .flat()
  .slice(0, Number(values.faults))
  .map(({ id }) => id);
const sets = setsOfThree(Number(values.sets), 1).map((all) => all.map(({ id }) => id).join("+"));

/** `Found` by how many. */
async function found(questions: readonly string[]): Promise<ReadonlyMap<Found, number>> {
  const answers = await measureAll<Found>("diagnose-worker.ts", questions);
  for (const [ids, answer] of answers) if (answer === "missed") console.error(`missed ${ids}`);
  return new Map([...Map.groupBy(answers.values(), (answer) => answer)].map(([answer, all]) => [answer, all.length]));
}

function foundRow(name: string, of: number, counts: ReadonlyMap<Found, number>): string {
  const [exact = 0, equal = 0, hidden = 0, missed = 0] = (["exact", "equal", "hidden", "missed"] as const).map((one) =>
    counts.get(one),
  );
  const seen = of - hidden;
  return `| ${name} | ${of} | ${hidden} | ${exact} | ${equal} | ${missed} | ${percent(exact + equal, seen)} |`;
}

const percent = (part: number, whole: number): string => `${((part / whole) * 100).toFixed(1)} %`;

/** The share of judged clauses on which the reference with the causes of a report has the same verdict. */
async function fidelityRow(file: string): Promise<string> {
  const real = readReport(file);
  const { faults: like, unexplained } = await likenessOf(real);
  const again = await runConformance(await completeOptions({ target: createMock({ faults: like }) }));
  const verdicts = new Map(again.clauses.map(({ id, verdict }) => [id, verdict]));
  const judged = real.clauses.filter(({ verdict }) => verdict === "pass" || verdict === "fail");
  const same = judged.filter(({ id, verdict }) => verdicts.get(id) === verdict);
  const failed = judged.filter(({ verdict }) => verdict === "fail").length;
  return `| ${nameOf(real)} | ${failed} | ${like.length} | ${unexplained.length} | ${same.length} of ${judged.length}, ${percent(same.length, judged.length)} |`;
}

const nameOf = ({ target }: Report): string => `${target.name} ${target.version ?? ""}`.trim();

if (files.length === 0) throw new UsageError("Failed to measure: no report is named. Name JSON reports on emulators.");
const fidelity: string[] = [];
for (const file of files) fidelity.push(await fidelityRow(file));
const singles = await found(alone);
const threes = await found(sets);
const figures = `
Measured on ${new Date().toISOString().slice(0, 10)} by \`npm run measure:diagnosis\`, by the raw drive. A fault is hidden where its clause fails nowhere in
the run, as another fault leaves nothing to see of it. Of the rest, those are found whose causes are just the planted ones,
each as the first of its cause or as one that nothing in the suite tells apart from it.

| planted | of them | hidden | found | found as one of equals | missed | found of what shows |
| --- | --: | --: | --: | --: | --: | --: |
${foundRow(alone.length === faults.length ? "each fault alone" : `a fault alone, drawn with the seed 1 from all ${faults.length}`, alone.length, singles)}
${foundRow("sets of three, of different areas, drawn with the seed 1", sets.length, threes)}

| target | clauses that fail | causes | clauses with failures left over | same verdict with \`--like\`, of judged clauses |
| --- | --: | --: | --: | --: |
${fidelity.join("\n")}
`;
const text = readFileSync(page, "utf8");
writeFileSync(
  page,
  text.replace(/(<!-- figures -->\n).*(\n<!-- \/figures -->)/s, (_, start, end) => start + figures + end),
);
